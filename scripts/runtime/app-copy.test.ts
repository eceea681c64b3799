import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appCopy } from './app-copy.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the copy of a runtime for an app folder', () => {
  it('links the app, takes no space, and is made once', async () => {
    const [dist, app, copies] = ['dist', 'app', 'copies'].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ]
    mkdirSync(join(dist, 'locales'), { recursive: true })
    mkdirSync(app)
    writeFileSync(join(dist, 'electron'), 'binary')
    writeFileSync(join(dist, 'locales/he.pak'), 'words')
    const copy = await appCopy({ dist, appFolder: app, copies })
    expect(readlinkSync(join(copy, 'resources/app'))).toBe(app)
    expect(statSync(join(copy, 'electron')).ino).toBe(statSync(join(dist, 'electron')).ino)
    expect(readFileSync(join(copy, 'locales/he.pak'), 'utf8')).toBe('words')
    expect(await appCopy({ dist, appFolder: app, copies })).toBe(copy)
  })

  it('goes when its app folder is gone', async () => {
    const [dist, copies] = [join(folder, 'dist'), join(folder, 'copies')]
    const apps = ['one', 'two'].map((name) => join(folder, name)) as [string, string]
    for (const path of [dist, ...apps]) mkdirSync(path)
    const first = await appCopy({ dist, appFolder: apps[0], copies })
    rmSync(apps[0], { recursive: true })
    await appCopy({ dist, appFolder: apps[1], copies })
    expect(statSync(first, { throwIfNoEntry: false })).toBeUndefined()
  })
})
