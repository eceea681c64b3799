import { expect, test } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { failed, ok } from '../../shared/result.ts'
import { type ExportKind, exportRows, type ExportPorts } from './export-rows.ts'
import type { OperatorRow } from './rows.ts'

const john: OperatorRow = {
  key: 101,
  operator: { kind: 'known', id: 101 },
  id: 101,
  organizationId: 24,
  name: 'John Smith',
  status: 0,
  edit: null,
  unlisted: false
}

async function exported(
  answer: Awaited<ReturnType<ExportPorts['saveFile']>>,
  kind: ExportKind = 'csv'
) {
  const asked: unknown[] = []
  const told: unknown[] = []
  await exportRows(
    { count: 1, rowAt: () => john },
    {
      words: en,
      title: 'Support',
      organizationName: () => 'Support',
      columns: ['name', 'id'],
      kind,
      rightToLeft: false,
      breathe: () => Promise.resolve(),
      writeWorkbook: async ({ table, idColumn }) =>
        new TextEncoder().encode(`${table.rows.join()} ${idColumn}`),
      saveFile: (name, bytes) => {
        asked.push(name, new TextDecoder().decode(bytes).includes('John Smith,101'))
        return Promise.resolve(answer)
      },
      toasts: { show: (text, _action, tone) => told.push([text(en), tone]) }
    }
  )
  return { asked, told }
}

test('a file is suggested by its organization, and said to be saved', async () => {
  expect(await exported(ok('mine.csv'))).toEqual({
    asked: ['Support - operators.csv', true],
    told: [['Saved one operator as \u2068mine.csv\u2069', undefined]]
  })
})

test('a person who cancels is told nothing', async () => {
  expect((await exported(ok(null))).told).toEqual([])
})

test('a file that could not be written says why', async () => {
  const full = { kind: 'not-stored', cause: 'disk-full', place: 'file', code: 'ENOSPC' } as const
  const { told } = await exported(failed(full))
  expect(told).toEqual([[expect.stringContaining('full'), 'danger']])
})

test('a workbook is written elsewhere, and called one', async () => {
  const { asked } = await exported(ok('mine.xlsx'), 'xlsx')
  expect(asked).toEqual(['Support - operators.xlsx', true])
})

test.each(['csv', 'xlsx'] as const)(
  'many rows are written whole as %s, and the window paints meanwhile',
  async (kind) => {
    let breaths = 0
    let text = ''
    const rowAt = (place: number): OperatorRow => ({ ...john, name: `Name ${place}` })
    await exportRows(
      { count: 4_500, rowAt },
      {
        ...{ words: en, title: 'All', organizationName: String, columns: ['name'], kind },
        rightToLeft: false,
        breathe: () => Promise.resolve(void (breaths += 1)),
        writeWorkbook: async ({ table: { header, rows } }) =>
          new TextEncoder().encode(
            [header, ...rows].map((cells) => `${cells.join()}\r\n`).join('')
          ),
        saveFile: async (_name, bytes) => {
          text = new TextDecoder().decode(bytes)
          return ok(null)
        },
        toasts: { show: () => undefined }
      }
    )
    const names = Array.from({ length: 4_500 }, (_, place) => `Name ${place}`)
    expect(text.split('\r\n')).toEqual(['Name', ...names, ''])
    expect(breaths).toBe(2)
  }
)
