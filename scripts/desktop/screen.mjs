// Xvfb keeps its screen in a file, in the form `xwd` writes. Reading it needs no
// tool, no focus and nothing of the app: what is there is what a person would see.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { crc32, deflateSync } from 'node:zlib'

/** @typedef {{ width: number, height: number, rgb: Buffer }} Picture three bytes a pixel, row by row */

const HEADER_WORDS = 25
const COLOUR_BYTES = 12
const LEAST_PAINTED = 0.05
const LOOK_EVERY_MS = 500
/** A caret may blink in a window that is otherwise at rest. */
const MOST_AT_REST = 0.002
const RESTS = 2
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Reads a screen of 32 bits a pixel, least significant byte first (blue, green, red), as
 * Xvfb writes it on every machine it runs Electron on.
 * @param {Buffer} file
 * @returns {Picture}
 */
export function pictureOf(file) {
  const word = (/** @type {number} */ at) => file.readUInt32BE(at * 4)
  if (file.length < HEADER_WORDS * 4 || word(11) !== 32) throw new Error('not a 32-bit screen')
  const [width, height, lineBytes] = [word(4), word(5), word(12)]
  const start = word(0) + word(19) * COLOUR_BYTES
  const rgb = Buffer.alloc(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = start + Math.floor(pixel / width) * lineBytes + (pixel % width) * 4
    rgb[pixel * 3] = file[from + 2] ?? 0
    rgb[pixel * 3 + 1] = file[from + 1] ?? 0
    rgb[pixel * 3 + 2] = file[from] ?? 0
  }
  return { width, height, rgb }
}

/**
 * Whether a window shows something: an empty screen is black, a window that has not
 * painted yet is one flat colour.
 * @param {Picture} picture
 */
export function isPainted({ rgb }) {
  /** @type {Map<number, number>} */
  const colours = new Map()
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3)
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  colours.delete(0)
  const painted = [...colours.values()].reduce((sum, count) => sum + count, 0)
  return colours.size > 2 && painted > (rgb.length / 3) * LEAST_PAINTED
}

/**
 * @param {Picture} picture
 * @returns {Buffer} the picture as a PNG file
 */
export function pngOf({ width, height, rgb }) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8) // 8 bits a channel, red-green-blue
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let row = 0; row < height; row++) {
    rgb.copy(rows, row * (width * 3 + 1) + 1, row * width * 3, (row + 1) * width * 3)
  }
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/**
 * Waits until the window on the screen has painted and holds still, then keeps a picture.
 * @param {string} screenFile
 * @param {string} target the PNG file to write
 * @param {{ withinMs: number, signal: AbortSignal }} options
 * @returns {Promise<boolean>} false where nothing was painted in time
 */
export async function keepScreenshot(screenFile, target, { withinMs, signal }) {
  const until = Date.now() + withinMs
  /** @type {Buffer} */
  let before = Buffer.alloc(0)
  let rests = 0
  while (Date.now() < until && !signal.aborted) {
    const picture = pictureOf(await readFile(screenFile))
    rests = isPainted(picture) && isAtRest(before, picture.rgb) ? rests + 1 : 0
    if (rests === RESTS) {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, pngOf(picture))
      return true
    }
    before = picture.rgb
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
  }
  return false
}

/**
 * @param {Buffer} before
 * @param {Buffer} now
 */
function isAtRest(before, now) {
  if (before.length !== now.length) return false
  const most = now.length * MOST_AT_REST
  let changed = 0
  for (let at = 0; at < now.length && changed <= most; at++) {
    if (before[at] !== now[at]) changed++
  }
  return changed <= most
}

/**
 * @param {string} name
 * @param {Buffer} data
 */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
