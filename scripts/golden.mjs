// `npm run golden`: makes a profile whose queue holds every kind of entry in every state, as
// this version stores it, and keeps it in e2e/golden/: later versions have to open it.
// `npm run golden -- --days=3`: one in which all of it happened three days ago.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withAppHere } from './desktop/with-app.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)

const DAY_MS = 86_400_000

/** @param {number} days */
function main(days) {
  return withAppHere({ root, say }, async () => {
    const { makeProfile } = await import('../e2e/golden/make-profile.ts')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const name = days === 0 ? version : `${version}-${days}-days`
    const path = join(root, 'e2e/golden', `${name}.profile.gz`)
    const lines = await makeProfile({ path, version, ageMs: days * DAY_MS })
    lines.forEach(say)
    say(`Kept in ${path}`)
  })
}

const days = /^--days=(\d{1,3})$/.exec(process.argv[2] ?? '')?.[1] ?? '0'
try {
  await main(Number(days))
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
