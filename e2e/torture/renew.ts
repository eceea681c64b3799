import type { Page } from 'playwright-core'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import { patience } from '../harness/screen.ts'
import { comesTrue } from './until.ts'

const within = { timeout: patience }

/**
 * Signs in again where the window asks for it: the token was refused. Says whether that was done; where the
 * service is away just now it is left for later, as a person would.
 */
export async function renewToken(page: Page, { login, password }: Sandbox): Promise<boolean> {
  const ask = page.getByRole('button', { name: 'Sign in', exact: true })
  if (!(await ask.isVisible())) return false
  await ask.click(within)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Login', { exact: true }).fill(login, within)
  await dialog.getByLabel('Password', { exact: true }).fill(password, within)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click(within)
  const isRenewed = async (): Promise<boolean> => !(await dialog.isVisible())
  if (await comesTrue(isRenewed, { withinMs: 4_000 })) return true
  await page.keyboard.press('Escape')
  return false
}
