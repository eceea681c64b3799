import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourcesHash } from './build.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'switchboard-build-'))
  mkdirSync(join(root, 'shared'))
  writeFileSync(join(root, 'shared/never.ts'), 'export {}')
})
afterEach(() => rmSync(root, { recursive: true }))

it('builds again for a changed, an added and a renamed file', () => {
  const seen = [sourcesHash(root)]
  writeFileSync(join(root, 'shared/never.ts'), 'export { }')
  seen.push(sourcesHash(root))
  writeFileSync(join(root, 'shared/result.ts'), '')
  seen.push(sourcesHash(root))
  rmSync(join(root, 'shared/result.ts'))
  writeFileSync(join(root, 'shared/results.ts'), '')
  seen.push(sourcesHash(root))
  expect(new Set(seen).size).toBe(4)
})

it('does not build again for a test, nor for what is no part of the app', () => {
  const before = sourcesHash(root)
  writeFileSync(join(root, 'shared/never.test.ts'), 'export {}')
  writeFileSync(join(root, 'README.md'), 'Switchboard')
  expect(sourcesHash(root)).toBe(before)
})
