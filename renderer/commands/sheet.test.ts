import { expect, it } from 'vitest'
import { commands, keysOf } from '../../shared/commands.ts'
import { en } from '../../shared/messages/en.ts'
import { sheetOf } from './sheet.ts'

it.each([true, false])(
  'has every command that has keys, and the keys of the grid (Mac: %s)',
  (mac) => {
    const rows = sheetOf(en, mac).flatMap((group) => group.rows)
    for (const command of commands.filter((one) => keysOf(one, mac).length > 0)) {
      const title = en.frame.menu.commands[command].replace('…', '')
      expect(rows.map(({ what }) => what)).toContain(title)
    }
    expect(rows.length).toBeGreaterThan(20)
  }
)

it('names the keys as the system does', () => {
  const keysFor = (what: string, mac: boolean) =>
    sheetOf(en, mac)
      .flatMap(({ rows }) => rows)
      .find((row) => row.what === what)?.keys
  expect(keysFor('Refresh', false)).toEqual(['F5', 'Ctrl+R'])
  expect(keysFor('Refresh', true)).toEqual(['F5', '⌘R'])
  expect(keysFor('Zoom in', false)).toEqual(['Ctrl++'])
  expect(keysFor('Extend the selection', true)).toEqual(['⇧↑', '⇧↓', '⇧Space'])
})
