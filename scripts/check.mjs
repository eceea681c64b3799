// `npm run check`: formatting, types, lint and the like, each though an earlier one fails.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCode, summary } from './report/results.mjs'
import { checkNames, runCheck } from './report/steps.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = checkNames(root).map((name) => runCheck(root, name))
console.log(summary(results).join('\n'))
process.exitCode = exitCode(results)
