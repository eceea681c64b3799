import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { isPainted, pictureOf, pngOf } from './screen.mjs'

const WORDS = 25

/** A screen file as Xvfb writes it, with a line longer than its pixels. */
function screenFile(width: number, pixels: readonly (readonly [number, number, number])[]): Buffer {
  const height = pixels.length / width
  const lineBytes = width * 4 + 8
  const header = Buffer.alloc(WORDS * 4 + 12)
  const fields = { 0: WORDS * 4, 4: width, 5: height, 11: 32, 12: lineBytes, 19: 1 }
  for (const [word, value] of Object.entries(fields)) header.writeUInt32BE(value, Number(word) * 4)
  const body = Buffer.alloc(height * lineBytes)
  pixels.forEach(([red, green, blue], at) => {
    body.set([blue, green, red], Math.floor(at / width) * lineBytes + (at % width) * 4)
  })
  return Buffer.concat([header, body])
}

it('reads the pixels of a screen', () => {
  const picture = pictureOf(
    screenFile(1, [
      [1, 2, 3],
      [4, 5, 6]
    ])
  )
  expect(picture).toEqual({ width: 1, height: 2, rgb: Buffer.from([1, 2, 3, 4, 5, 6]) })
})

it('refuses what is no screen of 32 bits', () => {
  expect(() => pictureOf(Buffer.alloc(200))).toThrow('not a 32-bit screen')
  expect(() => pictureOf(Buffer.alloc(3))).toThrow('not a 32-bit screen')
})

it('takes neither an empty screen nor one flat colour for painted', () => {
  const flat = (byte: number) => ({ width: 10, height: 10, rgb: Buffer.alloc(300, byte) })
  expect(isPainted(flat(0))).toBe(false)
  expect(isPainted(flat(255))).toBe(false)
  const text = Buffer.alloc(300, 255)
  text.set([1, 1, 1, 9, 9, 9], 30)
  expect(isPainted({ width: 10, height: 10, rgb: text })).toBe(true)
})

it('writes a PNG whose pixels are the same', () => {
  const rgb = Buffer.from([1, 2, 3, 4, 5, 6])
  const png = pngOf({ width: 1, height: 2, rgb })
  const data = png.subarray(png.indexOf('IDAT') + 4)
  expect(inflateSync(data)).toEqual(Buffer.from([0, 1, 2, 3, 0, 4, 5, 6]))
  expect(png.readUInt32BE(16)).toBe(1)
  expect(png.readUInt32BE(20)).toBe(2)
})
