// A reader for plain zip archives (no zip64, no encryption): Node has the
// inflater, but no unpacker, and a bare machine need not have one either.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

/**
 * @typedef {{ name: string, method: number, packed: number, size: number, mode: number, offset: number }} ZipEntry
 * `mode`: the Unix permission bits; `offset`: of the local header, in bytes.
 */

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

/**
 * Lists a zip archive by its central directory.
 * @param {string} path of the archive
 * @returns {Promise<ZipEntry[]>} folders included (their names end in `/`)
 * @throws where the file is no zip archive
 */
export async function zipEntries(path) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT)
    const tail = await readAt(file, size - tailBytes, tailBytes)
    const end = endRecord(tail)
    return entriesOf(await readAt(file, end.offset, end.bytes), end.count)
  } finally {
    await file.close()
  }
}

/**
 * Unpacks one entry.
 * @param {string} archive
 * @param {ZipEntry} entry
 * @param {string} target the file to write; its folder is made
 * @throws where the entry's method is unknown or its size is wrong
 */
export async function unpackEntry(archive, entry, target) {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new Error(`${entry.name}: packed in a way this reader does not know (${entry.method})`)
  }
  await mkdir(dirname(target), { recursive: true })
  const start = await dataOffset(archive, entry)
  const source = createReadStream(archive, { start, end: start + entry.packed - 1 })
  const inflate = entry.method === DEFLATED ? [createInflateRaw()] : []
  const counter = countBytes()
  await pipeline([
    source,
    ...inflate,
    counter.stream,
    createWriteStream(target, { mode: entry.mode || 0o644 })
  ])
  if (counter.bytes() !== entry.size) throw new Error(`${entry.name}: cut short`)
}

/** @param {Buffer} tail */
function endRecord(tail) {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END) {
      return {
        count: tail.readUInt16LE(at + 10),
        bytes: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16)
      }
    }
  }
  throw new Error('not a zip archive: it has no directory')
}

/**
 * @param {Buffer} directory
 * @param {number} count
 */
function entriesOf(directory, count) {
  /** @type {ZipEntry[]} */
  const entries = []
  let at = 0
  while (entries.length < count) {
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42)
    })
    const extraBytes = directory.readUInt16LE(at + 30)
    const commentBytes = directory.readUInt16LE(at + 32)
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes
  }
  return entries
}

/**
 * @param {string} archive
 * @param {ZipEntry} entry
 */
async function dataOffset(archive, entry) {
  const file = await open(archive)
  try {
    const header = await readAt(file, entry.offset, LOCAL_BYTES)
    return entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} bytes
 */
async function readAt(file, position, bytes) {
  const buffer = Buffer.alloc(bytes)
  await file.read(buffer, 0, bytes, position)
  return buffer
}

function countBytes() {
  let total = 0
  const stream = new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      total += chunk.length
      done(null, chunk)
    }
  })
  return { stream, bytes: () => total }
}
