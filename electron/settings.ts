import { chmodSync, renameSync } from 'node:fs'
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
 * Opens `config.json` in a folder, readable by its owner alone. A damaged file is moved aside, beside it,
 * and a new one begun; a folder that cannot be written is no reason not to start.
 */
export function openSettings(folder: string): OpenedSettings {
  const path = join(folder, 'config.json')
  try {
    return { file: fileOver(openStore(folder), path), notice: null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  renameSync(path, join(folder, `config.damaged-${Date.now()}.json`))
  return { file: fileOver(openStore(folder), path), notice: 'replaced-damaged-file' }
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

function fileOver(store: Store, path: string): ConfigFile {
  let held: Readonly<Record<string, unknown>> = { ...store.store }
  return {
    all: () => held,
    write(keys) {
      try {
        store.set({ ...keys })
        chmodSync(path, 0o600)
      } catch (error) {
        return failed(storageFailure(error, 'settings'))
      }
      held = { ...held, ...keys }
      return ok(null)
    }
  }
}
