import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackEntry, zipEntries } from './zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the zip reader', () => {
  it('lists and unpacks what an archive holds', async () => {
    const text = Buffer.from('שלום '.repeat(100))
    const archive = join(folder, 'a.zip')
    writeFileSync(
      archive,
      zipOf([{ name: 'in/packed.txt', data: text, packed: deflateRawSync(text) }])
    )
    const entries = await zipEntries(archive)
    expect(entries.map((entry) => entry.name)).toEqual(['in/packed.txt'])
    const target = join(folder, 'out/packed.txt')
    for (const entry of entries) await unpackEntry(archive, entry, target)
    expect(readFileSync(target)).toEqual(text)
    expect(statSync(target).mode & 0o777).toBe(0o755)
  })

  it('says so where a file is none', async () => {
    const path = join(folder, 'no.zip')
    writeFileSync(path, 'nothing of the kind, but long enough')
    await expect(zipEntries(path)).rejects.toThrow('not a zip archive')
  })
})

interface Content {
  readonly name: string
  readonly data: Buffer
  readonly packed: Buffer
}

/** An archive with one deflated file, written by the zip specification. */
function zipOf([content]: readonly [Content]): Buffer {
  const name = Buffer.from(content.name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(content.packed.length, 20)
  central.writeUInt32LE(content.data.length, 24)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt32LE((0o100755 << 16) >>> 0, 38)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + content.packed.length, 16)
  return Buffer.concat([local, name, content.packed, central, name, end])
}
