// `npm run check:css`: every style sheet and component uses logical properties only.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { componentFaults, cssFaults } from './lint/css.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const names = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
const files = names.filter((name) => /\.(css|svelte|html)$/.test(name)).sort()

const faults = files.flatMap((name) => {
  const source = readFileSync(join(root, 'renderer', name), 'utf8')
  const found = name.endsWith('.css') ? cssFaults(source) : componentFaults(source)
  return found.map(({ line, text }) => `renderer/${name}:${line}  ${text}`)
})

if (faults.length > 0) {
  console.log(`Physical sides and sizes; use the logical ones:\n${faults.join('\n')}`)
}
process.exitCode = faults.length === 0 ? 0 : 1
