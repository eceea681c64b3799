import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import { failed, ok } from '../shared/result.ts'
import type { ConfigFile } from './preferences.ts'
import { storageFailure } from './courier/storage-failure.ts'

/** The stored settings, and what the person should know about them. */
export interface OpenedSettings {
  readonly file: ConfigFile
  readonly notice: 'replaced-damaged-file' | null
}

type Store = ElectronStore

/**
 * Opens `config.json` in a folder, readable by its owner alone. A damaged file is moved aside, beside it, and
 * the copy of the last one that could be read takes its place: the accounts are in it, and with them what
 * their queues are called. A folder that cannot be written is no reason not to start.
 */
export function openSettings(folder: string): OpenedSettings {
  const file = openOrNull(folder)
  if (file) return { file, notice: null }
  renameSync(pathIn(folder), join(folder, `config.damaged-${Date.now()}.json`))
  if (existsSync(lastGoodIn(folder))) copyFileSync(lastGoodIn(folder), pathIn(folder))
  const restored = openOrNull(folder)
  if (restored) return { file: restored, notice: 'replaced-damaged-file' }
  rmSync(pathIn(folder))
  return { file: fileOver(openStore(folder), folder), notice: 'replaced-damaged-file' }
}

function pathIn(folder: string): string {
  return join(folder, 'config.json')
}

function lastGoodIn(folder: string): string {
  return join(folder, 'config.last-good.json')
}

/** The file over the stored settings; `null` where they are damaged. */
function openOrNull(folder: string): ConfigFile | null {
  try {
    return fileOver(openStore(folder), folder)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function openStore(folder: string): Store {
  return new ElectronStore({
    cwd: folder,
    name: 'config',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    deserialize: parseObject
  })
}

/** Windows' editors put a byte order mark before JSON; anything but an object is damage. */
function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''))
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new SyntaxError('Not an object')
}

function fileOver(store: Store, folder: string): ConfigFile {
  let held: Readonly<Record<string, unknown>> = { ...store.store }
  return {
    all: () => held,
    write(keys) {
      try {
        store.set({ ...keys })
        chmodSync(pathIn(folder), 0o600)
        copyFileSync(pathIn(folder), lastGoodIn(folder))
      } catch (error) {
        return failed(storageFailure(error, 'settings'))
      }
      held = { ...held, ...keys }
      return ok(null)
    }
  }
}
