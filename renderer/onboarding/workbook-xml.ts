import type { UnpackedFiles } from './unpack-workbook.ts'

const errorCell = /(<(?:\w+:)?c\s(?:[^>]*?\s)?t=["'])e(["'])/gu

/**
 * The files with their cells of errors ("#N/A") as cells of text: the reader of workbooks takes an error for an
 * empty cell, and a status that could not be looked up must not pass for one that was left out.
 */
export function errorsAsText(files: UnpackedFiles): UnpackedFiles {
  const decoder = new TextDecoder()
  const changed = [...files].map(([path, content]): [string, Uint8Array] => {
    const xml = decoder.decode(content)
    const text = xml.replace(errorCell, '$1str$2')
    return [path, text === xml ? content : new TextEncoder().encode(text)]
  })
  return new Map(changed)
}

const sheet = /<(?:\w+:)?sheet\s[^>]*>/gu

/** Which sheets of a workbook are hidden, in their order. */
export function hiddenSheets(files: UnpackedFiles): readonly boolean[] {
  const xml = new TextDecoder().decode(files.get('xl/workbook.xml'))
  return [...xml.matchAll(sheet)].map(([tag]) => /\sstate=["'](?:veryH|h)idden["']/u.test(tag))
}
