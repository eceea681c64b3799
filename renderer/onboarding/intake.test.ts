// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import type { Result } from '../../shared/result.ts'
import { explainIntake } from './explain-intake.ts'
import { encode } from './fixture-bytes.ts'
import { archiveOf } from './fixture-archive.ts'
import { archive, packedFile, workbookFiles } from './fixture-workbook.ts'
import { limits, type IntakeFailure } from './intake-failure.ts'
import { classify } from './intake.ts'
import { readWorkbook } from './read-workbook.ts'
import { read, type Reading } from './reading.ts'
import { rowAt, rowCount } from './table.ts'
import { packedFiles } from './workbook/archive.ts'
import type { Sheet } from './workbook/read-sheets.ts'
import { WorkbookPackage } from './workbook/workbook-package.ts'

function kindOf(bytes: ArrayLike<number>, name = 'list.csv', size = bytes.length): string {
  const result = classify({ name, size, head: Uint8Array.from(bytes) })
  if (result.ok) return result.value
  return result.failure.kind === 'foreign' ? result.failure.what : result.failure.kind
}

const padding = Array.from({ length: 64 }, () => 0)
const text = (value: string): number[] => [...new TextEncoder().encode(value)]

describe('something dropped', () => {
  it.each([
    ['empty', []],
    ['image', [0x89, 0x50, 0x4e, 0x47, ...padding]],
    ['image', [0xff, 0xd8, 0xff, 0xe0, ...padding]],
    ['image', [...text('GIF89a'), ...padding]],
    ['image', [...text('RIFF'), 1, 2, 3, 4, ...text('WEBP'), ...padding]],
    ['image', [...text('BM'), ...padding]],
    ['image', text('<svg xmlns="">')],
    ['pdf', text('%PDF-1.7 ...')],
    ['archive', [0x1f, 0x8b, 8, ...padding]],
    ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...padding]],
    ['program', [0x7f, ...text('ELF'), ...padding]],
    ['program', [...text('MZ'), 0x90, ...padding]],
    ['web-page', text('\ufeff<!DOCTYPE html><html>')],
    ['web-page', text('<html><table><tr><td>Dana</td></tr></table>')],
    ['unknown-binary', [1, 2, 3, 6, 7, 1, 2, 200, 201, ...padding]],
    ['old-excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...padding]],
    ['workbook', [0x50, 0x4b, 3, 4, ...padding]],
    ['text', text('Dana Levi')],
    ['text', text('BMW Drivers\r\nMZ')],
    ['text', [...encode('שלום', 'windows-1255')]],
    ['text', [...encode('Іван\r\nDana', 'utf-16le')]],
    ['text', [...encode('דנה', 'utf-16be', { bom: true })]]
  ] as const)('is %s by its content', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
  })

  it('is a locked workbook where the old container says so', () => {
    const container = [
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...padding,
      ...encode('EncryptedPackage', 'utf-16le')
    ]
    expect(kindOf(container, 'team')).toBe('encrypted-workbook')
  })

  it('is too large before anything of it is read', () => {
    expect(kindOf(text('Dana'), 'list.csv', 2 ** 31)).toBe('too-large')
    expect(kindOf([0x50, 0x4b, 3, 4], 'list.xlsx', limits.workbookSize + 1)).toBe('too-large')
  })
})

async function readBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Reading, IntakeFailure>> {
  return read({ name: 'file', bytes }, { wishes: {}, hints: { remembered: null, locale: 'en' } })
}

async function failureOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const result = await readBytes(bytes)
  return result.ok ? 'read' : result.failure.kind
}

function cells({ table }: Sheet | Reading): string[][] {
  return Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
}

describe('a workbook', () => {
  const sheets = {
    Team: [
      ['Name', 'Org'],
      ['דנה <לוי> & co', 24],
      ['Іван', 31.5]
    ],
    Empty: [],
    'Second one': [['Ruth']]
  }

  it('is read sheet by sheet, numbers as they are written', async () => {
    const result = await readWorkbook(await archive(workbookFiles(sheets)), 'team.xlsx')
    if (!result.ok) throw new Error(result.failure.kind)
    expect(result.value.map(({ name }) => name)).toEqual(['Team', 'Second one'])
    expect(result.value.map(cells)).toEqual([
      [
        ['Name', 'Org'],
        ['דנה <לוי> & co', '24'],
        ['Іван', '31.5']
      ],
      [['Ruth']]
    ])
  })

  it('is read as the sheet that is wished for', async () => {
    const bytes = await archive(workbookFiles(sheets))
    const hints = { remembered: null, locale: 'en' } as const
    const result = await read({ name: 'x', bytes }, { wishes: { sheet: 'Second one' }, hints })
    expect(result.ok && cells(result.value)).toEqual([['Ruth']])
    expect(result.ok && result.value.how).toEqual({
      kind: 'workbook',
      sheet: 'Second one',
      sheets: ['Team', 'Second one']
    })
  })

  it('is refused with a word of its own: empty, another office file, damaged, locked', async () => {
    expect(await failureOf(await archive(workbookFiles({ Team: [[' ']] })))).toBe('no-rows')
    expect(await failureOf(await archive({ 'word/document.xml': '<w/>' }))).toBe('foreign')
    expect(await failureOf(await archive({ 'content.xml': '<o/>' }))).toBe('foreign')
    expect(await failureOf(await archive({ 'holiday.xml': '<o/>' }))).toBe('foreign')
    const whole = await archive(workbookFiles(sheets))
    expect(await failureOf(whole.slice(0, whole.length - 40))).toBe('damaged-workbook')
    expect(
      await failureOf(
        await archive({ ...workbookFiles(sheets), 'xl/workbook.xml': '<not a workbook' })
      )
    ).toBe('damaged-workbook')
    const locked = whole.slice()
    const files = packedFiles(locked)
    if (typeof files === 'string') throw new Error(files)
    const directory = locked.findIndex(
      (_, at) => locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1
    )
    locked[directory + 8] = 1
    expect(await failureOf(locked)).toBe('encrypted-workbook')
  })

  it.each(['deflated', 'stored'] as const)(
    'is not unpacked beyond the limit, whatever its directory claims: %s',
    async (method) => {
      const path = 'xl/worksheets/sheet1.xml'
      const huge = await packedFile(path, `<worksheet>${' '.repeat(3_000_000)}`, method)
      const events = { fault: null, open: () => 0, close: () => 0, text: () => 0 }
      const limit = 1_000_000
      const lying = WorkbookPackage.open(archiveOf([{ ...huge, size: 20 }]), limit)
      if (typeof lying === 'string') throw new Error(lying)
      expect(await lying.read(path, events)).toBe('bomb')
      expect(WorkbookPackage.open(archiveOf([huge]), limit)).toBe('bomb')
    }
  )

  it('that says itself that it is a bomb is not unpacked at all', async () => {
    const half = await packedFile('xl/worksheets/sheet9.xml', 'x')
    const [size, name] = [limits.unpackedSize / 2 + 1, 'bomb.xlsx']
    const bomb = archiveOf(['a', 'b'].map((each) => ({ ...half, path: `xl/${each}.xml`, size })))
    expect(await readWorkbook(bomb, name)).toEqual({
      ok: false,
      failure: { kind: 'bomb', name, limit: limits.unpackedSize }
    })
  })

  it('is not unrolled to more cells than memory holds', async () => {
    const far = async (at: string): Promise<string> => {
      const files = workbookFiles({ Team: [['Dana'], ['x']] })
      const xml = files['xl/worksheets/sheet1.xml'] ?? ''
      return failureOf(
        await archive({ ...files, 'xl/worksheets/sheet1.xml': xml.replace('A2', at) })
      )
    }
    expect(await far('XFD9000')).toBe('too-wide')
    expect(await far('ZZZZZ2')).toBe('damaged-workbook')
    expect(await far('A99999999999')).toBe('damaged-workbook')
    expect(await far('C900')).toBe('read')
  })
})

it('reads any bytes to a table or a failure', async () => {
  const magic = fc.constantFrom(
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0xff, 0xfe],
    [0xef, 0xbb, 0xbf]
  )
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      const result = await readBytes(Uint8Array.from([...start, ...rest]))
      if (!result.ok) expect(explainIntake(result.failure, en.onboarding.refused).what).not.toBe('')
    }),
    { numRuns: 500 }
  )
})

it('has words for every refusal', () => {
  const name = 'x'
  const failures: readonly IntakeFailure[] = [
    { kind: 'empty', name },
    { kind: 'no-rows', name },
    { kind: 'too-large', name, size: 2 ** 31, limit: limits.textSize },
    { kind: 'too-many-rows', name, limit: limits.rows },
    { kind: 'foreign', name, what: 'pdf' },
    { kind: 'encrypted-workbook', name },
    { kind: 'damaged-workbook', name },
    { kind: 'bomb', name, limit: limits.unpackedSize },
    { kind: 'too-wide', name },
    { kind: 'folder-without-lists', name },
    { kind: 'too-many-files', count: 30, limit: limits.files },
    { kind: 'unreadable', name }
  ]
  const words = failures.map((failure) => explainIntake(failure, en.onboarding.refused))
  expect(new Set(words.map(({ what }) => what)).size).toBe(failures.length)
  expect(words[2]?.what).toBe('The file has 2,048 MB; at most 64 MB can be read.')
})
