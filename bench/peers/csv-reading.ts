import { parse as csvParse } from 'csv-parse/browser/esm/sync'
import type PapaParse from 'papaparse'
import papaAddress from 'papaparse/papaparse.min.js?url'
import { inferSchema, initParser } from 'udsv'
import { csvBytes, csvRows, csvText } from '../pages/csv-file.ts'
import { checked, watched, type CsvTimes } from '../pages/csv-work.ts'

/** Prime, so that pieces end inside of letters. */
const piece = 65_521

/** As a script of its own: its worker is made of the script's text, which a bundler would change. */
await new Promise((resolve, reject) => {
  const script = document.createElement('script')
  script.src = papaAddress
  script.onload = resolve
  script.onerror = reject
  document.head.append(script)
})
const { Papa } = globalThis as unknown as { readonly Papa: typeof PapaParse }

/** uDSV in the window: its schema from the text itself, rows as arrays. */
export function csvOfUdsv(): Promise<CsvTimes> {
  return watched(() => {
    const text = decoded()
    checked(initParser(inferSchema(text, { trim: false })).stringArrs(text))
    return Promise.resolve()
  })
}

/** Papa Parse in the window, rows as arrays. */
export function csvOfPapa(): Promise<CsvTimes> {
  return watched(() => {
    const { data } = Papa.parse<string[]>(decoded(), { skipEmptyLines: true })
    checked(data.slice(1))
    return Promise.resolve()
  })
}

/** Papa Parse in its own worker, given the file; and how many rows it breaks where it reads in small pieces. */
export async function csvOfPapaWorker(): Promise<CsvTimes & { readonly broken: number }> {
  const file = new File([csvBytes], 'team.csv')
  const times = await watched(async () => checked((await inWorker(file, undefined)).slice(1)))
  const rows = await inWorker(file, piece)
  const whole = new Set(csvText().split('\r\n'))
  const broken = rows.filter((row) => !whole.has(row.join(',')))
  return { ...times, broken: broken.length + Math.max(0, csvRows + 1 - rows.length) }
}

/** Whole, or in pieces of so many bytes. */
function inWorker(file: File, chunkSize: number | undefined): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = []
    Papa.parse<string[], File>(file, {
      ...{ worker: true, skipEmptyLines: true, error: reject },
      ...(chunkSize === undefined
        ? { complete: ({ data }) => resolve(data) }
        : {
            chunkSize,
            chunk: ({ data }) => {
              for (const row of data) rows.push(row)
            },
            complete: () => resolve(rows)
          })
    })
  })
}

/** csv-parse as it comes for browsers, rows as arrays. */
export function csvOfCsvParse(): Promise<CsvTimes> {
  return watched(() => {
    const rows: string[][] = csvParse(decoded(), { skip_empty_lines: true })
    checked(rows.slice(1))
    return Promise.resolve()
  })
}

function decoded(): string {
  return new TextDecoder().decode(csvBytes)
}
