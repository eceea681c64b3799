/** @typedef {{ name: string, passed: number, failed: number }} Result of one step */

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * the parts of vitest's JSON report that are counted
 */

/**
 * What a run of tests came to. A file that could not be loaded is a failure although
 * none of its tests failed; so is a run that ended badly, left no report or ran nothing.
 * @param {string} name
 * @param {VitestReport | undefined} report
 * @param {boolean} exitedWell
 * @returns {Result}
 */
export function resultOf(name, report, exitedWell) {
  if (report === undefined) return { name, passed: 0, failed: 1 }
  const passed = report.numPassedTests
  const failed = report.numFailedTests + report.testResults.filter(isBrokenFile).length
  const wrong = !exitedWell || passed === 0
  return { name, passed, failed: failed === 0 && wrong ? 1 : failed }
}

/**
 * @param {string} name
 * @param {boolean} passed
 * @returns {Result} of a step that is one test by itself
 */
export function stepResult(name, passed) {
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

/**
 * @param {Result[]} results
 * @returns {string[]} a line for each step; the last line is `N passed, N failed`, alone
 */
export function summary(results) {
  const width = Math.max(0, ...results.map(({ name }) => name.length))
  const lines = results.map(({ name, passed, failed }) => {
    const verdict = failed > 0 ? 'FAILED' : 'ok'
    return `  ${name.padEnd(width)}  ${verdict.padEnd(6)}  ${passed} passed, ${failed} failed`
  })
  const { passed, failed } = sum(results)
  return ['', 'Summary', ...lines, '', `${passed} passed, ${failed} failed`]
}

/**
 * @param {Result[]} results
 * @returns {number} 0 where something passed and nothing failed
 */
export function exitCode(results) {
  const { passed, failed } = sum(results)
  return failed === 0 && passed > 0 ? 0 : 1
}

/** @param {Result[]} results */
function sum(results) {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0)
  }
}

/** @param {VitestReport['testResults'][number]} file */
function isBrokenFile({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
}
