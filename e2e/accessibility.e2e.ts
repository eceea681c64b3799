import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { addOperators, gone, openOutbox, operatorRow, shown } from './harness/screen.ts'

describe('every screen, for those who cannot see or point', () => {
  let folder: Awaited<ReturnType<typeof temporaryUserData>>
  let running: RunningApp

  beforeEach(async () => {
    folder = await temporaryUserData()
    running = await launchApp({ userDataDir: folder.path })
  })

  afterEach(async () => {
    await running.kill()
    await folder.remove()
  })

  it.each(['light', 'dark'] as const)('has no violation that axe knows: %s', async (scheme) => {
    const { window } = running
    // What is still fading in has colours of its own.
    await window.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await window.getByRole('button', { name: 'Connect', exact: true }).click()
    expect(await violations(window), 'signing in').toEqual([])

    await window.getByRole('button', { name: 'Try the sandbox', exact: true }).click()
    await operatorRow(window, 'John Smith').click()
    await shown(window.getByRole('button', { name: 'Deactivate', exact: true }))
    expect(await violations(window), 'workspace').toEqual([])

    await window.keyboard.press('Control+k')
    const palette = window.getByRole('dialog', { name: 'Command palette' })
    await shown(palette)
    expect(await violations(window), 'palette').toEqual([])
    await window.keyboard.type('john')
    await shown(palette.getByRole('option', { name: /John Smith/, selected: true }))
    expect(await violations(window), 'palette, searched').toEqual([])
    await window.keyboard.press('Enter')
    await gone(palette)
    await window.keyboard.press('?')
    await shown(window.getByRole('dialog', { name: 'Keyboard shortcuts' }))
    expect(await violations(window), 'shortcuts').toEqual([])
    await window.keyboard.press('Escape')
    await gone(window.getByRole('dialog'))
    await window.keyboard.press('Control+i')
    await shown(window.getByRole('region', { name: 'John Smith' }))
    expect(await violations(window), 'details').toEqual([])

    await window.getByRole('switch', { name: 'Simulate an outage' }).click()
    await addOperators(window, ['Emma Davis'])
    await openOutbox(window)
    await shown(operatorRow(window, 'Emma Davis').filter({ hasText: 'Waiting' }))
    expect(await violations(window), 'outbox').toEqual([])

    await addOperators(window, ['john smith', 'Mike Wilson'])
    await shown(window.getByText('2 names are there already'))
    expect(await violations(window), 'duplicates').toEqual([])
  })
})

/** What axe finds, as rule and element. */
async function violations(window: Page): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which the app rightly denies.
  const axe = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  expect(axe.passes.length, 'rules that looked at anything').toBeGreaterThan(10)
  return axe.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
  )
}
