import { expect, it } from 'vitest'
import { exitCode, resultOf, stepResult, summary } from './results.mjs'

const file = (status: string, tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each }))
})

it('counts what the report counted', () => {
  const testResults = [file('passed', ['passed', 'passed']), file('failed', ['failed'])]
  const report = { numPassedTests: 2, numFailedTests: 1, testResults }
  expect(resultOf('unit', report, false)).toEqual({ name: 'unit', passed: 2, failed: 1 })
})

it('counts a file that could not be loaded as a failure, beside those of tests', () => {
  const testResults = [file('passed', ['passed']), file('failed', []), file('failed', ['failed'])]
  const report = { numPassedTests: 1, numFailedTests: 1, testResults }
  expect(resultOf('unit', report, false)).toEqual({ name: 'unit', passed: 1, failed: 2 })
})

it('fails a run that left no report, ran nothing or ended badly', () => {
  const nothing = { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  const fine = { numPassedTests: 3, numFailedTests: 0, testResults: [] }
  expect(resultOf('e2e', undefined, true).failed).toBe(1)
  expect(resultOf('e2e', nothing, true).failed).toBe(1)
  expect(resultOf('e2e', fine, false)).toEqual({ name: 'e2e', passed: 3, failed: 1 })
  expect(resultOf('e2e', fine, true)).toEqual({ name: 'e2e', passed: 3, failed: 0 })
})

it('ends with the sum alone on the last line', () => {
  const results = [stepResult('check:types', true), { name: 'unit', passed: 40, failed: 2 }]
  expect(summary(results).at(-1)).toBe('41 passed, 2 failed')
  expect(exitCode(results)).toBe(1)
})

it('succeeds only where something passed and nothing failed', () => {
  expect(exitCode([stepResult('build', true)])).toBe(0)
  expect(exitCode([stepResult('build', false)])).toBe(1)
  expect(exitCode([])).toBe(1)
})
