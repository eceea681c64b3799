// Works for hours of virtual time over the real lists, outbox, databases and journal, and watches what grows.
import { register } from 'tsx/esm/api'

register()
const { runSoak } = await import('../simulation/run-soak.ts')

process.exitCode = await runSoak(process.argv.slice(2), (line) => console.log(line))
