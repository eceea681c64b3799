import { packedFiles, type PackedFile } from './archive.ts'
import type { WorkbookFault } from './fault.ts'
import { unpack } from './unpack.ts'
import { XmlDecoder } from './xml-decoder.ts'
import { XmlReader, type XmlEvents } from './xml-reader.ts'

/** A workbook's archive: its parts by path, read one by one, never held. */
export class WorkbookPackage {
  readonly paths: readonly string[]
  private readonly files: ReadonlyMap<string, PackedFile>
  private readonly budget: { left: number }

  private constructor(files: readonly PackedFile[], limit: number) {
    this.paths = files.map(({ path }) => path)
    this.files = new Map(files.map((file) => [keyOf(file.path), file]))
    this.budget = { left: limit }
  }

  /** Opens an archive, out of which at most `limit` bytes are unpacked. */
  static open(bytes: Uint8Array<ArrayBuffer>, limit: number): WorkbookPackage | WorkbookFault {
    const files = packedFiles(bytes)
    if (typeof files === 'string') return files
    const claimed = files.reduce((sum, { path, size }) => sum + (isXml(path) ? size : 0), 0)
    return claimed > limit ? 'bomb' : new WorkbookPackage(files, limit)
  }

  has(path: string): boolean {
    return this.files.has(keyOf(path))
  }

  /** How many bytes a part has, packed. */
  packedSize(path: string): number {
    return this.files.get(keyOf(path))?.packed.length ?? 0
  }

  /** Reads a part to its end, or for as long as `events` finds no fault. */
  async read(
    path: string,
    events: XmlEvents,
    progress: (packed: number) => void = () => undefined
  ): Promise<WorkbookFault | null> {
    const file = this.files.get(keyOf(path))
    if (file === undefined) return 'damaged-workbook'
    const decoder = new XmlDecoder()
    const reader = new XmlReader(events)
    const take = (bytes: Uint8Array): boolean => {
      reader.write(decoder.decode(bytes))
      return !reader.damaged && events.fault === null
    }
    const fault = await unpack(file, { budget: this.budget, take, progress })
    if (fault !== null) return fault
    if (!reader.damaged) reader.write(decoder.end())
    reader.end()
    return events.fault ?? (reader.damaged ? 'damaged-workbook' : null)
  }
}

/** Paths of parts differ by more than case. */
function keyOf(path: string): string {
  return path.toLowerCase()
}

function isXml(path: string): boolean {
  return /\.(?:xml|rels)$/iu.test(path)
}
