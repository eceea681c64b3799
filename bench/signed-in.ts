import type { Page } from 'playwright-core'
import { startSandbox, type Sandbox, type SandboxOptions } from '../electron/sandbox/sandbox.ts'
import { start, withFolder, type Program, type Running } from './program.ts'

/** The organization that a sandbox makes as large as asked. */
export const largeOrganization = 'Large contact centre'

/** The app with an account signed in, whose lists rest in the cache. */
export interface SignedIn {
  readonly folder: string
  /** For the app's command line: opens that account. */
  readonly serverArgument: string
  /** Still answers; the app may be made to see an outage. */
  readonly sandbox: Sandbox
}

const shownWithinMs = 60_000

/** Signs in to a fresh embedded ChatHub, lets the cache fill, ends the app, and gives its folder to the work. */
export async function withSignedIn<T>(
  app: Program,
  options: SandboxOptions,
  work: (signedIn: SignedIn) => Promise<T>
): Promise<T> {
  const sandbox = await startSandbox(options)
  try {
    return await withFolder(async (folder) => {
      const serverArgument = `--server=${sandbox.address}`
      const running = await start(app, folder, [serverArgument])
      await signIn(running.page, sandbox.token)
      await openOrganization(running.page, largeOrganization)
      // The cache is written behind what is shown.
      await running.page.waitForTimeout(3_000)
      await quit(running)
      return work({ folder, serverArgument, sandbox })
    })
  } finally {
    await sandbox.stop()
  }
}

/** Signs in with a company token. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.getByLabel('Company token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** Opens an organization and waits for its rows. */
async function openOrganization(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Organizations' })
    .getByRole('button', { name })
    .click({ timeout: shownWithinMs })
  await rowsShown(page)
}

/** Waits until the grid has rows beside its header. */
export async function rowsShown(page: Page): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Operators' }).getByRole('row')
  await rows.nth(1).waitFor({ timeout: shownWithinMs })
}

/** Ends the app as its menu does, so that it keeps what it has. */
export async function quit({ electron }: Running): Promise<void> {
  const gone = new Promise((resolve) => electron.process().once('exit', resolve))
  // The answer to this call may be cut off by the quitting that it asks for.
  await electron.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await gone
}
