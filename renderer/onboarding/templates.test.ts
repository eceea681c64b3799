// @vitest-environment node
import { expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { checkOf } from './fixture-check.ts'
import { guessColumns } from './columns.ts'
import { readList } from './reading.ts'
import { rowAt } from './table.ts'
import { templateCsv } from './templates.ts'

it('understands its own template', () => {
  const bytes = templateCsv(en) as Uint8Array<ArrayBuffer>
  const read = readList(
    { name: '', bytes },
    { wishes: {}, hints: { remembered: null, locale: 'en' } }
  )
  if (!read.ok) throw new Error(read.failure.kind)
  const { table, header } = read.value
  const columns = guessColumns({ table, header, organizations: [] })
  expect([header, columns]).toEqual([true, ['name', 'organization', 'status', 'email']])
  const { verdicts } = checkOf({ rows: [1, 2, 3].map((row) => rowAt(table, row)), columns })
  expect(verdicts.map(({ kind }) => kind)).toEqual(['ask', 'add', 'add'])
})
