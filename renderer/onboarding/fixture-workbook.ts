import { archiveOf } from './fixture-archive.ts'
import type { PackedFile } from './workbook/archive.ts'
import { crc32 } from './workbook/crc.ts'

/** Packs bytes as a zip archive does. For tests. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A text as a file of an archive, packed or not. */
export async function packedFile(
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  method: PackedFile['method'] = 'deflated'
): Promise<PackedFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const packed = method === 'deflated' ? await deflate(bytes) : bytes
  return { path, packed, method, size: bytes.length, crc: crc32(bytes) }
}

/** An archive of files, deflated unless it is said otherwise. */
export async function archive(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  method: PackedFile['method'] = 'deflated'
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Object.entries(files).map(([path, content]) => packedFile(path, content, method))
  return archiveOf(await Promise.all(packed))
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org'

/** The files of an .xlsx workbook with these sheets; cells are inline texts, numbers where they are numbers. */
export function workbookFiles(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>
): Record<string, string> {
  const names = Object.keys(sheets)
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (inner: string): string =>
    `${declaration}<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`
  const list = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`
  )
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${office}/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      names
        .map((_, index) =>
          relation(`r${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)
        )
        .join('')
    ),
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        sheetXml(sheets[name] ?? [])
      ])
    )
  }
}

function sheetXml(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number, column: number, row: number): string => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    return `<c r="${at}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
  }
  const lines = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((value, column) => cell(value, column, index)).join('')}</row>`
  )
  return `${declaration}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`
}
