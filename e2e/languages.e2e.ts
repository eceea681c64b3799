import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { he } from '../shared/messages/he.ts'
import { uk } from '../shared/messages/uk.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { addOperators, gone, openOutbox, operatorRow, shown, signIn } from './harness/screen.ts'

describe('a change of language', () => {
  let sandbox: Sandbox
  let folder: Awaited<ReturnType<typeof temporaryUserData>>
  let running: RunningApp

  beforeEach(async () => {
    sandbox = await startSandbox({})
    folder = await temporaryUserData()
    await writeFile(join(folder.path, 'config.json'), JSON.stringify({ locale: 'en' }))
    running = await launchApp({ userDataDir: folder.path, args: [`--server=${sandbox.address}`] })
    await signIn(running.window, sandbox.token)
    await shown(operatorRow(running.window, 'John Smith'))
  })

  afterEach(async () => {
    await running.kill()
    await sandbox.stop()
    await folder.remove()
  })

  it('turns the window round and renames the menu, while edits wait and the search stays', async () => {
    const { window } = running
    await sandbox.setOutage(true)
    await addOperators(window, ['Alex Brown'])
    await openOutbox(window)
    await operatorRow(window, 'John Smith').click()
    await window.getByRole('searchbox').fill('john')
    await window.evaluate(() => (document.body.dataset['same'] = 'page'))

    await choose(running, 'עברית')
    await expect.poll(() => pageOf(running)).toBe('he rtl page')
    const grid = window.getByRole('grid', { name: he.grid.operators, exact: true })
    const selected = grid.getByRole('row', { selected: true })
    await shown(selected.filter({ hasText: 'John Smith' }).filter({ hasText: he.views.status[0] }))
    expect(await window.getByRole('searchbox').inputValue()).toBe('john')
    const outbox = window.getByRole('region', { name: he.views.outbox.title, exact: true })
    await shown(outbox.getByText(he.views.outbox.states.waiting, { exact: true }))
    await expect.poll(() => menuTitles(running)).toContain(he.frame.menu.operators)

    await choose(running, 'Українська')
    await expect.poll(() => pageOf(running)).toBe('uk ltr page')
    await shown(window.getByRole('button', { name: uk.grid.add, exact: true }))
    await expect.poll(() => menuTitles(running)).toContain(uk.frame.menu.operators)

    await sandbox.setOutage(false)
    await expect.poll(() => sandbox.operators(24).length).toBe(4)
  })

  it('holds at the next start, from the first thing that shows', async () => {
    await choose(running, 'עברית')
    await expect.poll(() => pageOf(running)).toBe('he rtl ')
    await running.quit()
    running = await launchApp({ userDataDir: folder.path })
    await shown(running.window.getByRole('button', { name: he.grid.add, exact: true }))
    await expect.poll(() => pageOf(running)).toBe('he rtl ')
    await expect.poll(() => menuTitles(running)).toContain(he.frame.menu.file)
  })
})

/** Chooses a language in the settings, by the name that it has in every language. */
async function choose({ app, window }: RunningApp, language: string): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('command.show-settings')?.click()
  })
  await window.getByText(language, { exact: true }).click()
  await window.keyboard.press('Escape')
  await gone(window.getByRole('dialog'))
}

/** The page's language and direction, and the mark that a reload would take away. */
function pageOf({ window }: RunningApp): Promise<string> {
  return window.evaluate(() => {
    const { lang, dir } = document.documentElement
    return `${lang} ${dir} ${document.body.dataset['same'] ?? ''}`
  })
}

function menuTitles({ app }: RunningApp): Promise<string[]> {
  return app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label)
  )
}
