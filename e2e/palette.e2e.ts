import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { importButton, importRegion, planShows } from './harness/import-screen.ts'
import { gone, operatorRow, outboxRow, shown } from './harness/screen.ts'

describe('getting around by keys', () => {
  let folder: Awaited<ReturnType<typeof temporaryUserData>>
  let running: RunningApp

  beforeEach(async () => {
    folder = await temporaryUserData()
    running = await launchApp({ userDataDir: folder.path, args: ['--try'] })
    await shown(operatorRow(running.window, 'Sarah Johnson'))
  })

  afterEach(async () => {
    await running.kill()
    await folder.remove()
  })

  it('finds commands and people in the palette, whatever is mistyped', async () => {
    const { window } = running
    const palette = window.getByRole('dialog', { name: 'Command palette' })
    await window.keyboard.press('Control+k')
    await shown(palette)
    await window.keyboard.type('settnigs')
    await shown(palette.getByRole('option', { name: 'Settings', selected: true }))
    await window.keyboard.press('Enter')
    await shown(window.getByRole('dialog', { name: 'Settings' }))
    await window.keyboard.press('Escape')
    await gone(window.getByRole('dialog'))

    await window.keyboard.press('Control+k')
    await shown(palette)
    await window.keyboard.type('sarah')
    await shown(palette.getByRole('option', { name: /Sarah Johnson/, selected: true }))
    await window.keyboard.press('Enter')
    await shown(operatorRow(window, 'Sarah Johnson').and(window.locator('[aria-selected="true"]')))
    await gone(palette)

    // The focus is on her row: the next command is about her.
    await window.keyboard.press('Control+k')
    await shown(palette)
    await window.keyboard.type('deactivate')
    await shown(palette.getByRole('option', { name: /^Deactivate/, selected: true }))
    await window.keyboard.press('Enter')
    await shown(operatorRow(window, 'Sarah Johnson').filter({ hasText: 'Inactive' }))
  })

  it('adds and imports without a mouse, the focus always where one goes on', async () => {
    const { window } = running
    await window.keyboard.press('Control+n')
    await shown(window.getByRole('dialog', { name: 'New operators' }))
    await window.keyboard.type('Ruth Levi')
    await window.keyboard.press('Control+Enter')
    await shown(operatorRow(window, 'Ruth Levi'))

    await window.keyboard.press('Control+o')
    await window.getByRole('textbox', { name: 'Or type or paste it' }).focus()
    await window.keyboard.type('Dana Cohen')
    await window.keyboard.press('Tab')
    await window.keyboard.press('Enter')
    await planShows(window, 'Add 1')
    await importButton(window, 'Apply').press('Enter')
    await shown(importRegion(window).and(window.locator(':focus')))
  })

  it('shows the details of the row in focus, and gives the focus back', async () => {
    const { window } = running
    await window.getByRole('switch', { name: 'Simulate an outage' }).click()
    await operatorRow(window, 'John Smith').click()
    await window.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await shown(operatorRow(window, 'John Smith').filter({ hasText: 'Waiting' }))
    await operatorRow(window, 'John Smith').dblclick()
    const details = window.getByRole('region', { name: 'John Smith' })
    await shown(details.getByText('The service says: Active'))
    await shown(details.getByText('You made this edit'))

    await window.keyboard.press('ArrowDown')
    await shown(window.getByRole('region', { name: 'Sarah Johnson' }))
    await window.keyboard.press('ArrowUp')
    await details.getByRole('button', { name: 'Show in the outbox' }).click()
    await shown(outboxRow(window, 'John Smith').getByText('You made this edit'))

    await operatorRow(window, 'John Smith').click()
    await window.keyboard.press('Enter')
    await details.getByRole('button', { name: 'Copy the ID' }).focus()
    await window.keyboard.press('Escape')
    await gone(details)
    const grid = window.getByRole('grid', { name: 'Operators' })
    const focused = () => grid.evaluate((element) => element === document.activeElement)
    await expect.poll(focused).toBe(true)

    // A dialog gives it back, too.
    await window.keyboard.press('Control+,')
    await shown(window.getByRole('dialog', { name: 'Settings' }))
    await window.keyboard.press('Escape')
    await gone(window.getByRole('dialog'))
    await expect.poll(focused).toBe(true)
  })
})
