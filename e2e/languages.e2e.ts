import { describe, expect, it } from 'vitest'
import { he } from '../shared/messages/he.ts'
import { uk } from '../shared/messages/uk.ts'
import type { RunningApp } from './harness/launch-app.ts'
import { addOperators, chooseLanguage, openOutbox, operatorRow, shown } from './harness/screen.ts'
import { useSignedInApp } from './harness/signed-in-app.ts'

describe('a change of language', () => {
  const app = useSignedInApp({ locale: 'en' })

  it('turns the window round and renames the menu, while edits wait and the search stays', async () => {
    const { running, sandbox, window } = app
    await sandbox.setOutage(true)
    await addOperators(window, ['Alex Brown'])
    await openOutbox(window)
    await operatorRow(window, 'John Smith').click()
    await window.getByRole('searchbox').fill('john')
    await window.evaluate(() => (document.body.dataset['same'] = 'page'))

    await chooseLanguage(running, 'עברית')
    await expect.poll(() => pageOf(running)).toBe('he rtl page')
    const grid = window.getByRole('grid', { name: he.grid.operators, exact: true })
    const selected = grid.getByRole('row', { selected: true })
    await shown(selected.filter({ hasText: 'John Smith' }).filter({ hasText: he.views.status[0] }))
    expect(await window.getByRole('searchbox').inputValue()).toBe('john')
    const outbox = window.getByRole('region', { name: he.views.outbox.title, exact: true })
    await shown(outbox.getByText(he.views.outbox.states.waiting, { exact: true }))
    await expect.poll(() => menuTitles(running)).toContain(he.frame.menu.operators)

    await chooseLanguage(running, 'Українська')
    await expect.poll(() => pageOf(running)).toBe('uk ltr page')
    await shown(window.getByRole('button', { name: uk.grid.add, exact: true }))
    await expect.poll(() => menuTitles(running)).toContain(uk.frame.menu.operators)

    await sandbox.setOutage(false)
    await expect.poll(() => sandbox.operators(24).length).toBe(4)
  })

  it('holds at the next start, from the first thing that shows', async () => {
    await chooseLanguage(app.running, 'עברית')
    await expect.poll(() => pageOf(app.running)).toBe('he rtl ')
    await app.running.quit()
    await app.launch()
    await shown(app.window.getByRole('button', { name: he.grid.add, exact: true }))
    await expect.poll(() => pageOf(app.running)).toBe('he rtl ')
    await expect.poll(() => menuTitles(app.running)).toContain(he.frame.menu.file)
  })
})

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
