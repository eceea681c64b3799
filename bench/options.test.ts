import { expect, test } from 'vitest'
import { readBenchOptions } from './options.ts'

const parts = ['grid', 'csv']

test('all is measured in five rounds where nothing is asked', () => {
  const options = { peers: false, million: false, rounds: 5, only: [] }
  expect(readBenchOptions([], parts)).toEqual({ kind: 'run', options })
})

test('parts, rounds, peers and the million can be asked for', () => {
  const options = { peers: true, million: true, rounds: 12, only: ['csv'] }
  const args = ['--peers', 'csv', '--rounds=12', '--million']
  expect(readBenchOptions(args, parts)).toEqual({ kind: 'run', options })
})

test('help is given instead of minutes of measuring, and names the parts', () => {
  const asked = readBenchOptions(['grid', '--help'], parts)
  expect(asked).toMatchObject({ kind: 'help', text: expect.stringContaining('[grid] [csv]') })
})

test.each(['grids', '--rounds=0', '--rounds=', '--milion'])('%s is refused by name', (arg) => {
  const asked = readBenchOptions(['grid', arg], parts)
  expect(asked).toMatchObject({ kind: 'wrong', text: expect.stringContaining(arg) })
})
