import type { Locator, Page } from 'playwright-core'
import type { RunningApp } from './launch-app.ts'

/** Fills in the first screen with a company token, and waits for the grid. */
export async function signIn(window: Page, token: string): Promise<void> {
  await window.getByLabel('Company token', { exact: true }).fill(token)
  await window.getByRole('button', { name: 'Connect', exact: true }).click()
  await window.getByRole('grid', { name: 'Operators' }).waitFor()
}

/** Types names into the add dialog and queues them. */
export async function addOperators(window: Page, names: readonly string[]): Promise<void> {
  await window.getByRole('button', { name: 'Add operators', exact: true }).click()
  await window.getByRole('textbox', { name: 'Names', exact: true }).fill(names.join('\n'))
  await window.getByRole('button', { name: 'Add', exact: true }).click()
}

/** The row of the grid that carries a name. */
export function operatorRow(window: Page, name: string): Locator {
  return window.getByRole('grid', { name: 'Operators' }).getByRole('row').filter({ hasText: name })
}

/** Opens the outbox where it is closed. What is being opened may not show yet: the button knows. */
export async function openOutbox(window: Page): Promise<void> {
  const button = window.getByRole('button', { name: 'Outbox', exact: true })
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await shown(window.getByRole('region', { name: 'Outbox', exact: true }))
}

/** The row of the outbox that carries a name. */
export function outboxRow(window: Page, name: string): Locator {
  return window
    .getByRole('region', { name: 'Outbox', exact: true })
    .getByRole('row')
    .filter({ hasText: name })
}

/** How long anything may take to show, ms: on a machine that is busy with other work, too. */
export const patience = 40_000

/** Waits until exactly one element stands there, visibly. */
export async function shown(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: patience })
}

/** Waits until nothing of it is left on the page. */
export async function gone(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'detached', timeout: patience })
}

/** Chooses a language in the settings, by the name that it has in every language. */
export async function chooseLanguage({ app, window }: RunningApp, language: string): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('command.show-settings')?.click()
  })
  await window.getByText(language, { exact: true }).click()
  await window.keyboard.press('Escape')
  await gone(window.getByRole('dialog'))
}

/**
 * Goes on signed in after a start. Without a keychain the token is gone with the process; then the app asks for it
 * again, which may show a moment later than the operators that it knows.
 */
export async function signInWhereAsked(window: Page, token: string): Promise<void> {
  await shown(window.getByRole('grid', { name: 'Operators' }))
  const asked = window.getByRole('button', { name: 'Sign in', exact: true })
  const decided = window
    .getByRole('status', { name: 'Connection' })
    .filter({ hasText: /Online|Offline/ })
  await shown(asked.or(decided).first())
  if (!(await asked.isVisible())) return
  await asked.click()
  await window.getByLabel('Company token', { exact: true }).fill(token)
  await window.getByRole('button', { name: 'Connect', exact: true }).click()
}
