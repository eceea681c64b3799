// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Locale } from '../../shared/messages/messages.ts'
import type { Encoding } from './encoding.ts'
import { encode, fits } from './fixture-bytes.ts'
import { lists } from './fixture-names.ts'
import type { Delimiter } from './parse.ts'
import { readList } from './reading.ts'
import { cellAt, rowCount } from './table.ts'

/** A file as some program saves it, and the names that must come out of it. */
interface Case {
  readonly label: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly delimiter: Delimiter
  readonly header: boolean
  readonly names: readonly string[]
}

interface Saving {
  readonly encoding: Encoding
  readonly bom: boolean
}

const savings = (codePage: Encoding): readonly Saving[] => [
  { encoding: codePage, bom: false },
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16le', bom: false },
  { encoding: 'utf-16be', bom: true },
  { encoding: 'utf-16be', bom: false }
]

interface Layout {
  readonly label: string
  readonly delimiter: Delimiter
  readonly header: boolean
  readonly text: (names: readonly string[]) => string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const rows = (names: readonly string[], row: (name: string, index: number) => string): string[] =>
  names.map(row)

const layouts: readonly Layout[] = [
  {
    label: 'names only, CRLF',
    delimiter: 'none',
    header: false,
    text: (names) => names.join('\r\n')
  },
  {
    label: 'names only, LF, end',
    delimiter: 'none',
    header: false,
    text: (names) => `${names.join('\n')}\n`
  },
  { label: 'names only, CR', delimiter: 'none', header: false, text: (names) => names.join('\r') },
  {
    label: 'names with blank lines',
    delimiter: 'none',
    header: false,
    text: (names) => `\n${names.join('\n\n')}\n\n`
  },
  {
    label: 'one column with a header',
    delimiter: 'none',
    header: true,
    text: (names) => ['Name', ...names].join('\r\n')
  },
  {
    label: 'comma, header, id',
    delimiter: ',',
    header: true,
    text: (names) => ['Name,Organization', ...rows(names, (name) => `${name},24`)].join('\r\n')
  },
  {
    label: 'semicolon, headerless',
    delimiter: ';',
    header: false,
    text: (names) => rows(names, (name, index) => `${name};${index + 1}`).join('\r\n')
  },
  {
    label: 'semicolon, quoted, header',
    delimiter: ';',
    header: true,
    text: (names) =>
      ['"Full name";"Status"', ...rows(names, (name) => `${quoted(name)};"active"`)].join('\r\n')
  },
  {
    label: 'tab',
    delimiter: '\t',
    header: true,
    text: (names) => ['Operator\tTeam', ...rows(names, (name) => `${name}\tA, B`)].join('\r\n')
  },
  {
    label: 'bar, trailing',
    delimiter: '|',
    header: false,
    text: (names) => rows(names, (name) => `${name}|x|`).join('\n')
  },
  {
    label: 'sep= line',
    delimiter: ';',
    header: true,
    text: (names) =>
      ['sep=;', 'Name;E-mail', ...rows(names, (name) => `${name};a@b.co`)].join('\r\n')
  },
  {
    label: 'comma, quotes with line ends inside',
    delimiter: ',',
    header: true,
    text: (names) =>
      ['Name,Notes', ...rows(names, (name) => `${name},"one\ntwo, ""three"""`)].join('\n')
  },
  {
    label: 'comma, empty rows as Excel leaves them',
    delimiter: ',',
    header: true,
    text: (names) =>
      ['Name,Status,E-mail', ...rows(names, (name) => `${name},active,`), ',,', ',,'].join('\r\n')
  }
]

function cases(): Case[] {
  return Object.entries(lists).flatMap(([language, { codePage, names }]) =>
    [7, 18].flatMap((count) =>
      savings(codePage).flatMap((saving) => {
        const kept = names.slice(0, count).filter((name) => fits(name, saving.encoding))
        return layouts.map(({ label, text, ...layout }) => ({
          ...layout,
          label: `${language}, ${count} names, ${label}, ${saving.encoding}${saving.bom ? ' with a mark' : ''}`,
          bytes: encode(text(kept), saving.encoding, saving),
          names: kept
        }))
      })
    )
  )
}

function readCase(
  each: Case,
  locale: Locale
): { delimiter: Delimiter; header: boolean; names: string[] } {
  const read = readList(
    { name: 'list.csv', bytes: each.bytes },
    { wishes: {}, hints: { remembered: null, locale } }
  )
  if (!read.ok || read.value.how.kind !== 'text') throw new Error(`${each.label} was refused`)
  const { table, header, how } = read.value
  const first = header ? 1 : 0
  const names = Array.from({ length: rowCount(table) - first }, (_, row) =>
    cellAt(table, first + row, 0)
  )
  return { delimiter: how.delimiter.delimiter, header, names }
}

describe('awkward files', () => {
  const all = cases()

  it('are many', () => {
    expect(all.length).toBeGreaterThan(700)
  })

  it.each(['en', 'he', 'uk'] as const)(
    'are read right at first sight, the app being in %s',
    (locale) => {
      const wrong = all.filter((each) => {
        const { delimiter, header, names } = readCase(each, locale)
        return (
          delimiter !== each.delimiter ||
          header !== each.header ||
          names.join('\n') !== each.names.join('\n')
        )
      })
      expect(wrong.map(({ label }) => label)).toEqual([])
    }
  )
})
