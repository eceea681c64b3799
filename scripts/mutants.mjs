// Plants defects in a copy of the program, one at a time, and sees whether the tests find them.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const { runMutants } = await import('../simulation/mutate.ts')

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.exitCode = runMutants(root, process.argv.slice(2), (line) => console.log(line))
