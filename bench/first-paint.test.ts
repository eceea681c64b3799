import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
/** Imports and re-exports that run; types and what `import()` loads later are left out. */
const statement = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/** Every file and package that is loaded before anything of the entry runs. */
function loadedBy(entry: string): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    const name = relative(root, file)
    if (seen.has(name)) return
    seen.add(name)
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
      const path = join(dirname(file), target)
      if (!target.startsWith('.')) seen.add(target)
      else if (/\.(?:ts|svelte)$/.test(target) && existsSync(path)) visit(path)
    }
  }
  visit(join(root, entry))
  return seen
}

const window = [...loadedBy('renderer/main.ts')]

test('the window is what the walk reaches', () => {
  expect(window).toContain('renderer/operators/OperatorGrid.svelte')
  expect(window).toContain('dexie')
})

test('nothing of the import but the desk and the place to drop files is loaded before the first paint', () => {
  const views = window.filter((file) => file.startsWith('renderer/onboarding/views/'))
  expect(views.sort()).toEqual([
    'renderer/onboarding/views/DropOverlay.svelte',
    'renderer/onboarding/views/FileField.svelte',
    'renderer/onboarding/views/limits-text.ts'
  ])
  const worker = ['parse.ts', 'read-workbook.ts', 'reader-session.ts', 'check.ts']
  expect(
    window.filter((file) => worker.includes(file.replace('renderer/onboarding/', '')))
  ).toEqual([])
})

test('what a person opens only later is loaded later: panels, dialogs, palette, signing in', () => {
  const later =
    /^renderer\/(?:SidePanel|\w*Dialogs?|RowMenu|(?:details|overview|outbox\/views|settings|commands|operators\/add)\/\w+|session\/(?:SignIn\w*|\w+Dialog)|operators\/\w+Dialog|design\/(?:\w*Dialog|Combobox))\.svelte$/
  expect(window.filter((file) => later.test(file))).toEqual([])
})

test('no spreadsheet, no other language and no part of main is loaded with the window', () => {
  const heavy =
    /^(?:write-excel-file|valibot|renderer\/onboarding\/workbook\/)|messages\/(?:he|uk)|^electron/
  expect(window.filter((file) => heavy.test(file))).toEqual([])
})

test('main loads the keychain’s native part when a token is wanted, and the embedded service for training', () => {
  const main = [...loadedBy('electron/main.ts')]
  expect(main).toContain('electron/training.ts')
  expect(main).not.toContain('keytar')
  expect(main.filter((file) => file.startsWith('electron/sandbox/'))).toEqual([])
})
