// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv.ts'
import { delimiters, parse, type Delimiter } from './parse.ts'
import { rowAt, rowCount, tableOf, type Table } from './table.ts'

function rowsOf(table: Table): string[][] {
  return Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
}

function read(text: string, delimiter: Delimiter = ','): string[][] {
  return rowsOf(parse(text, { delimiter }).table)
}

describe('reading a text as a table', () => {
  it('splits cells and rows at any kind of line end', () => {
    expect(read('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h']
    ])
  })

  it('keeps empty cells, also at the end', () => {
    expect(read(',a,\nb,,')).toEqual([
      ['', 'a', ''],
      ['b', '', '']
    ])
  })

  it('leaves out rows without any text', () => {
    expect(read('\n a\n\n,,\n \u00a0,\t\nb\n\n')).toEqual([[' a'], ['b']])
  })

  it('unquotes cells: delimiters, doubled quotes, line ends, blanks after the quote', () => {
    expect(read('"a,b","c""d","e\r\nf" ,"",g')).toEqual([['a,b', 'c"d', 'e\r\nf', '', 'g']])
  })

  it('takes a quote inside a word for a letter', () => {
    expect(read('רס"ן כהן,ד"ר לוי\n"רס"ן כהן",1')).toEqual([
      ['רס"ן כהן', 'ד"ר לוי'],
      ['רס"ן כהן', '1']
    ])
  })

  it('takes a quoted part of a name for a part of the name', () => {
    const { table, unclosed } = parse('"Bibi" Levi,1\nx,2\n"ABC" Ltd, "the" one\ny', {
      delimiter: ','
    })
    expect(rowsOf(table)).toEqual([
      ['"Bibi" Levi', '1'],
      ['x', '2'],
      ['"ABC" Ltd', ' "the" one'],
      ['y']
    ])
    expect(unclosed).toEqual([])
  })

  it('does not let an unclosed quote swallow the file, and says where it is', () => {
    const { table, unclosed } = parse('name,x\n"Cohen, David\nLevi,2\nBar,3\n', { delimiter: ',' })
    expect(rowsOf(table)).toEqual([
      ['name', 'x'],
      ['"Cohen', ' David'],
      ['Levi', '2'],
      ['Bar', '3']
    ])
    expect(unclosed).toEqual([{ line: 2, cell: 1 }])
  })

  it('notices an unclosed quote by the next opening one', () => {
    const { table, unclosed } = parse('a\nx,"Cohen\nLevi\n"Dana Bar",z\nb', { delimiter: ',' })
    expect(rowsOf(table)).toEqual([['a'], ['x', '"Cohen'], ['Levi'], ['Dana Bar', 'z'], ['b']])
    expect(unclosed).toEqual([{ line: 2, cell: 2 }])
  })

  it('does not close a quote of one line in the next', () => {
    expect(read('"a"b\nc",d')).toEqual([['"a"b'], ['c"', 'd']])
  })

  it('does not take a hundred lines for one cell', () => {
    const lines = Array.from({ length: 100 }, (_, line) => `Name ${line}`)
    const { table, unclosed } = parse(`"${lines.join('\n')}"`, { delimiter: ',' })
    expect(rowCount(table)).toBe(100)
    expect(unclosed).toEqual([{ line: 1, cell: 1 }])
  })

  it('counts lines of the file, quoted line ends included', () => {
    expect([...parse('a\n\n"b\nc"\nd', { delimiter: ',' }).table.lines]).toEqual([1, 3, 5])
    expect([...parse('sep=;\r\na\r\nb', { delimiter: ';', from: 7 }).table.lines]).toEqual([2, 3])
  })

  it('reads one name per line with whatever stands in it', () => {
    expect(read('Cohen, David\n"Levi; Ruth"\nא\tב', 'none')).toEqual([
      ['Cohen, David'],
      ['Levi; Ruth'],
      ['א\tב']
    ])
  })

  it('stops behind the most rows that are wanted', () => {
    expect(parse('a\nb\nc', { delimiter: ',', maxRows: 2 }).cut).toBe(true)
    expect(parse('a\nb\nc', { delimiter: ',', maxRows: 3 }).cut).toBe(false)
  })

  it('reads back every table that is written', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'ב', '"', ',', ';', '\t', '|', '\n', '\r\n', ' ', '=', "'")
      }),
      fc.string()
    )
    const separators = fc.constantFrom<Delimiter>(',', ';', '\t', '|')
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        separators,
        (rows, delimiter) => {
          const unwritable = /\r(?!\n)/u
          fc.pre(rows.flat().every((each) => !/^[=+\-@\t\r]/u.test(each) && !unwritable.test(each)))
          const text = new TextDecoder().decode(writeCsv(rows, delimiter))
          expect(rowsOf(parse(text, { delimiter }).table)).toEqual(rowsOf(tableOf(rows)))
        }
      ),
      { numRuns: 500 }
    )
  })

  it('reads any text under any delimiter to its end, losing no letter of it', () => {
    const unit = fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r',
      '\r\n',
      ' ',
      'a',
      'ם',
      '\u{1f600}'
    )
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 80 }),
        fc.constantFrom(...delimiters),
        (text, delimiter) => {
          const { table } = parse(text, { delimiter })
          const letters = (from: string): string => from.replace(/[^aם\u{1f600}]/gu, '')
          expect(rowsOf(table).flat().map(letters).join('')).toBe(letters(text))
        }
      ),
      { numRuns: 1000 }
    )
  })

  it('takes a time that grows with the length only, quotes everywhere', () => {
    for (const line of ['"\n', '"a\n', 'x"\n', '"""\n', '"a",\n', '" "b\n']) {
      const begun = performance.now()
      parse(line.repeat(50_000), { delimiter: ',' })
      expect(performance.now() - begun).toBeLessThan(3_000)
    }
  })
})
