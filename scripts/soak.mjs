// `npm run soak`: works for hours of virtual time over the real lists, outbox, databases and journal, and watches
// what grows. `npm run soak -- --app`: the same question, put to the built app.
import { register } from 'tsx/esm/api'

register()
const args = process.argv.slice(2)
const inApp = new URL('soak-app.mjs', import.meta.url).href

if (args.includes('--app')) await import(inApp)
else {
  const { runSoak } = await import('../simulation/run-soak.ts')
  process.exitCode = await runSoak(args, (line) => console.log(line))
}
