// Starts the sandbox from its TypeScript source: the one that the app embeds.
import { register } from 'tsx/esm/api'

register()
const { runCommand } = await import('../electron/sandbox/command-line.ts')

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  onEnd(end) {
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  }
})
