// `npm test`: sets itself up, then runs everything, each step though an earlier one
// fails. The last line is the sum of what the steps reported.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCode, stepResult, summary } from './report/results.mjs'
import { checkNames, heading, runCheck, runTests } from './report/steps.mjs'
import { build } from './setup/build.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = join(root, 'test-results')

function unitTests() {
  const report = join(reports, 'unit.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return runTests({ root, name: 'unit', report, args: [vitest, 'run', ...reporters] })
}

function buildStep() {
  heading('build')
  return stepResult('build', build(root))
}

function endToEndTests() {
  const report = join(reports, 'e2e.json')
  const args = [join(root, 'scripts/e2e.mjs'), `--report=${report}`]
  return runTests({ root, name: 'e2e', report, args })
}

function allSteps() {
  try {
    prepare({ root, desktop: true, say: console.log })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return [stepResult('set-up', false)]
  }
  const checks = checkNames(root).map((name) => runCheck(root, name))
  return [...checks, unitTests(), buildStep(), endToEndTests()]
}

const results = allSteps()
console.log(summary(results).join('\n'))
process.exitCode = exitCode(results)
