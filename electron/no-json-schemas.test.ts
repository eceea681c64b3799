import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Ajv2020 } from './no-json-schemas.ts'

test('whoever declares a JSON schema after all is told so at once', () => {
  expect(() => Ajv2020()).toThrow('declares a JSON schema')
})

test('the build leaves the compiler of JSON schemas out by the names that `conf` asks for', () => {
  const conf = readFileSync('node_modules/conf/dist/source/index.js', 'utf8')
  const config = readFileSync('electron.vite.config.ts', 'utf8')
  const asked = [...conf.matchAll(/from '(ajv[^']*)'/g)].map(([, name]) => name)
  expect(asked).toHaveLength(2)
  for (const name of asked) expect(config).toContain(`'${name}': noJsonSchemas`)
})
