// Plays working days on which much goes wrong against the real outbox, from its TypeScript source.
import { register } from 'tsx/esm/api'

register()
const { runSimulation } = await import('../simulation/simulate.ts')

process.exitCode = await runSimulation(process.argv.slice(2), (line) => console.log(line))
