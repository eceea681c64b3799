// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { guessColumns } from './columns.ts'
import type { Encoding } from './encoding.ts'
import { encode } from './fixture-bytes.ts'
import { fieldColumns, personRow } from './person-row.ts'
import { read } from './reading.ts'
import { rowCount } from './table.ts'

/** A text as some program or some person leaves it, and the people that it names. */
interface Strange {
  readonly what: string
  readonly text: string
  readonly names: readonly string[]
  /** How it is saved where that is not UTF-8 without a mark. */
  readonly as?: { readonly encoding: Encoding; readonly bom?: boolean }
}

const wide = Array.from({ length: 98 }, (_, at) => `Field ${at + 1}`)

const strange: readonly Strange[] = [
  {
    what: 'a title above the header',
    text: 'רשימת נציגים - מוקד צפון,,\r\n,,\r\nשם מלא,טלפון,סטטוס\r\nדנה כהן,052-1234567,פעיל\r\nאורי לב,050,לא פעיל\r\n',
    as: { encoding: 'windows-1255' },
    names: ['דנה כהן', 'אורי לב']
  },
  {
    what: 'a title and a date above the header, one of them a title of a column',
    text: 'Оператори;;;\r\nСтаном на;12.04.2026;;\r\n№;ПІБ;Телефон;Статус\r\n1;Олена Коваленко;050;активний\r\n2;Тарас Шевченко;067;активний\r\n',
    as: { encoding: 'windows-1251' },
    names: ['Олена Коваленко', 'Тарас Шевченко']
  },
  {
    what: 'the header once more, as every printed page has it',
    text: 'Name,Status\nDana,Active\nName,Status\nNoa,Active\n',
    names: ['Dana', 'Name', 'Noa']
  },
  {
    what: 'line ends of every kind in one file',
    text: 'Name,Team\r\nDana Levi,Day\nNoa Cohen,Night\rRuth Mor,Day\r\n',
    names: ['Dana Levi', 'Noa Cohen', 'Ruth Mor']
  },
  {
    what: 'blanks between the separator and the quotes',
    text: 'Name, Note\n"Dana Levi", "x, y"\n"Noa Cohen", "z"\n',
    names: ['Dana Levi', 'Noa Cohen']
  },
  {
    what: 'sep= in UTF-16',
    text: 'sep=;\r\nName;Team\r\nЛевченко Олена;День\r\nШевчук Тарас;Ніч\r\n',
    as: { encoding: 'utf-16le', bom: true },
    names: ['Левченко Олена', 'Шевчук Тарас']
  },
  {
    what: 'sep= behind a mark',
    text: 'SEP=|\nName|Team\nDana|Day\nNoa|Night\n',
    as: { encoding: 'utf-8', bom: true },
    names: ['Dana', 'Noa']
  },
  {
    what: 'sep= that is a tab',
    text: 'sep=\t\nName\tTeam\nDana Levi\tDay, late\nNoa Mor\tNight\n',
    names: ['Dana Levi', 'Noa Mor']
  },
  {
    what: 'a header in Russian',
    text: 'ФИО;Организация;Статус;Почта\nИванов Иван;;активен;a@b.co\nПетрова Анна;;активен;\n',
    names: ['Иванов Иван', 'Петрова Анна']
  },
  {
    what: 'first and last names in Russian',
    text: 'Фамилия;Имя\nИванов;Иван\nПетрова;Анна\n',
    names: ['Иван Иванов', 'Анна Петрова']
  },
  {
    what: 'one column of names with commas, with a header',
    text: 'Name\nCohen, David\nLevi, Dana\nMor, Ruth\n',
    names: ['Cohen, David', 'Levi, Dana', 'Mor, Ruth']
  },
  {
    what: 'one column of names with commas, some without',
    text: 'Cohen, David\nLevi, Dana\nMadonna\nMor, Ruth\n',
    names: ['Cohen, David', 'Levi, Dana', 'Madonna', 'Mor, Ruth']
  },
  {
    what: 'empty columns at the end of every row',
    text: 'Name,Team,,,\nDana Levi,Day,,,\nNoa Mor,Night,,,\n',
    names: ['Dana Levi', 'Noa Mor']
  },
  { what: 'one row and no header', text: 'Dana Levi', names: ['Dana Levi'] },
  { what: 'one row below a header', text: 'Name;Team\nDana Levi;Day', names: ['Dana Levi'] },
  {
    what: 'gershayim inside names',
    text: 'שם,צוות\nרס״ן דנה לוי,יום\nד״ר נועה כהן,לילה\nצה"ל רון,יום\n',
    names: ['רס״ן דנה לוי', 'ד״ר נועה כהן', 'צה"ל רון']
  },
  {
    what: 'upper-case Cyrillic in its code page',
    text: 'ІВАНЕНКО ОЛЕНА\r\nШЕВЧЕНКО ТАРАС\r\nКОВАЛЬ ІРИНА\r\n',
    as: { encoding: 'windows-1251' },
    names: ['ІВАНЕНКО ОЛЕНА', 'ШЕВЧЕНКО ТАРАС', 'КОВАЛЬ ІРИНА']
  },
  {
    what: 'Latin names with diacritics in their code page',
    text: 'Name;Team\r\nJosé Muñoz;Día\r\nFrançois Lefèvre;Nuit\r\nJürgen Groß;Tag\r\n',
    as: { encoding: 'windows-1252' },
    names: ['José Muñoz', 'François Lefèvre', 'Jürgen Groß']
  },
  {
    what: 'one Latin name with one diacritic in its code page',
    text: 'Name;Team\r\nJose Munoz;Day\r\nZoë Smith;Night\r\n',
    as: { encoding: 'windows-1252' },
    names: ['Jose Munoz', 'Zoë Smith']
  },
  {
    what: 'a hundred columns',
    text: `${['Name', ...wide, 'Status'].join(',')}\n${['Dana Levi', ...wide, 'Active'].join(',')}\n`,
    names: ['Dana Levi']
  },
  {
    what: 'rows of different lengths',
    text: 'Name,Team,Status\nDana Levi\nNoa Mor,Night\nRuth Lev,Day,Active,more,and more\n',
    names: ['Dana Levi', 'Noa Mor', 'Ruth Lev']
  },
  {
    what: 'names in the second column, numbers in the first',
    text: '1;Dana Levi;Day\n2;Noa Mor;Night\n3;Ruth Lev;Day\n',
    names: ['Dana Levi', 'Noa Mor', 'Ruth Lev']
  },
  {
    what: 'no header at all',
    text: 'Dana Levi;Day\nNoa Mor;Night\n',
    names: ['Dana Levi', 'Noa Mor']
  },
  {
    what: 'a list with a trailing control-Z, as DOS left it',
    text: 'Dana Levi\r\nNoa Mor\r\n\u001a',
    names: ['Dana Levi', 'Noa Mor']
  },
  {
    what: 'direction marks in front of every cell',
    text: '\u200fשם;\u200fצוות\n\u200fדנה לוי;\u200fיום\n\u200fנועה כהן;\u200fלילה\n',
    names: ['\u200fדנה לוי', '\u200fנועה כהן']
  },
  {
    what: 'a nickname in quotes in the middle of a name',
    text: 'Name,Team\nDana "Dan" Levi,Day\nNoa Mor,Night\n',
    names: ['Dana "Dan" Levi', 'Noa Mor']
  },
  {
    what: 'a nickname in quotes that begins a name',
    text: 'Name,Team\n"Dan" Levi,Day\nNoa Mor,Night\n',
    names: ['"Dan" Levi', 'Noa Mor']
  },
  {
    what: 'a semicolon list in which the names have commas',
    text: 'Name;Team\nCohen, David;Day\nLevi, Dana;Night\n',
    names: ['Cohen, David', 'Levi, Dana']
  },
  {
    what: 'names that a formula did not find',
    text: 'Name,Team\n#N/A,Day\nNoa Mor,Night\n #REF! ,Day\n#Н/Д,Day\n#1 Dana,Day\n',
    names: ['', 'Noa Mor', '', '', '#1 Dana']
  },
  {
    what: 'a numbered list',
    text: 'No.,Name\n1,Dana Levi\n2,Noa Mor\n',
    names: ['Dana Levi', 'Noa Mor']
  }
]

async function namesIn({ text, as }: Strange): Promise<string[]> {
  const bytes = encode(text, as?.encoding ?? 'utf-8', { bom: as?.bom ?? false })
  const hints = { remembered: null, locale: 'en' as const }
  const reading = await read({ name: 'list.csv', bytes }, { wishes: {}, hints })
  if (!reading.ok) return [reading.failure.kind]
  const { table, header } = reading.value
  const columns = guessColumns({ table, header, organizations: [] })
  const fields = fieldColumns(columns)
  const first = header ? 1 : 0
  return Array.from(
    { length: rowCount(table) - first },
    (_, row) => personRow(table, first + row, { fields, mends: new Map() }).name
  )
}

describe('strange files', () => {
  it.each(strange)('$what', async (each) => {
    expect(await namesIn(each)).toEqual(each.names)
  })

  it('a cell of five million letters is read in time, and is one cell', async () => {
    const text = `Name,Note\nDana Levi,"${'x, '.repeat(1_700_000)}"\nNoa Mor,short\n`
    const began = performance.now()
    expect(await namesIn({ what: '', text, names: [] })).toEqual(['Dana Levi', 'Noa Mor'])
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('a line of a million quoted cells takes no longer than it has to', async () => {
    const text = `Name\n${'"Dana Levi",'.repeat(1_000_000)}`
    const began = performance.now()
    await namesIn({ what: '', text, names: [] })
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('zero bytes among the letters make no text of it, and no hang', async () => {
    const names = await namesIn({ what: '', text: 'Dana\0Levi\nNoa Mor\nRuth Lev\n', names: [] })
    expect(names).toHaveLength(names[0] === 'foreign' ? 1 : 3)
  })
})
