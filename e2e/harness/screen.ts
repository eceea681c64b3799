import type { Locator, Page } from 'playwright-core'

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

/** Opens the outbox where it is closed. */
export async function openOutbox(window: Page): Promise<void> {
  const region = window.getByRole('region', { name: 'Outbox', exact: true })
  if (!(await region.isVisible()))
    await window.getByRole('button', { name: 'Outbox', exact: true }).click()
  await region.waitFor()
}

/** The row of the outbox that carries a name. */
export function outboxRow(window: Page, name: string): Locator {
  return window
    .getByRole('region', { name: 'Outbox', exact: true })
    .getByRole('row')
    .filter({ hasText: name })
}

/** Waits until exactly one element stands there, visibly. */
export async function shown(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: 20_000 })
}
