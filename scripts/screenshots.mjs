// `npm run screenshots [-- --out=DIR]`: drives the built app in training mode through its
// screens, light, dark and from right to left, and writes a picture of each. For the README,
// and to look at what a change did.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { openDesktop } from './desktop/desktop.mjs'
import { commandLine } from './desktop/window.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const asked = process.argv.find((argument) => argument.startsWith('--out='))
const out = resolve(asked?.slice('--out='.length) ?? join(root, 'docs/screenshots'))

/** @typedef {{ app: import('playwright-core').ElectronApplication, page: import('playwright-core').Page }} Running */

/** @param {Running} running @param {string} name */
async function picture({ page }, name) {
  // Until motion has ended and fonts have settled.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  await page.screenshot({ path: join(out, `${name}.png`) })
  say(`${name}.png`)
}

/** @param {Running} running @param {number} width @param {number} height */
async function resize({ app, page }, width, height) {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height }
  )
  await page.waitForFunction((wanted) => innerWidth >= wanted - 60, width)
}

/** @param {Running} running @param {string} name a button's whole name */
function press({ page }, name) {
  return page.getByRole('button', { name, exact: true }).click()
}

/** @param {Running} running @param {string[]} names */
async function add(running, names) {
  await press(running, 'Add operators')
  await running.page.getByRole('textbox', { name: 'Names', exact: true }).fill(names.join('\n'))
  await press(running, 'Add')
}

/** @param {Running} running @param {string} language its own name for itself */
async function speak({ app, page }, language) {
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('command.show-settings')?.click()
  })
  await page.getByText(language, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Signing in, the grid, the palette, the names that exist already.
 * @param {Running} running */
async function connected(running) {
  const { page } = running
  await resize(running, 1200, 760)
  await picture(running, 'sign-in')
  await press(running, 'Try the sandbox')
  await page.getByRole('row', { name: 'John Smith' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill('de')
  await picture(running, 'palette')
  await page.keyboard.press('Escape')
  await add(running, ['Alex Brown', 'mike wilson'])
  await picture(running, 'duplicates')
  await press(running, 'Cancel')
}

/** Edits that wait for the end of an outage, in light and in dark.
 * @param {Running} running */
async function offline(running) {
  const { page } = running
  await page.getByRole('switch', { name: 'Simulate an outage' }).click()
  await add(running, ['Emma Davis', 'נועה כהן', 'Олена Коваленко'])
  await page.getByRole('status', { name: 'Connection' }).getByText('Offline').waitFor()
  await press(running, 'Outbox')
  await page.getByRole('region', { name: 'Outbox' }).getByRole('row').first().click()
  await picture(running, 'offline')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await picture(running, 'dark')
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'))
  await page.getByRole('switch', { name: 'Simulate an outage' }).click()
}

/** The window turned round, a file in it, and the narrowest window.
 * @param {Running} running */
async function otherLanguages(running) {
  const { page } = running
  await speak(running, 'עברית')
  await page.getByText('שירות לקוחות', { exact: true }).click()
  await page.getByRole('row').filter({ hasText: 'פעיל' }).first().waitFor()
  await picture(running, 'hebrew')
  await press(running, 'סגירת החלונית')
  const sample = join(root, 'resources/samples/hebrew-windows-1255.csv')
  await page.locator('input[type=file]').setInputFiles(sample)
  await page.getByRole('button', { name: 'ביצוע', exact: true }).waitFor()
  await picture(running, 'import')
  await press(running, 'ביטול')
  await speak(running, 'Українська')
  await page.getByText('Підтримка клієнтів', { exact: true }).click()
  await page.getByRole('row').filter({ hasText: 'Активн' }).first().waitFor()
  await resize(running, 760, 620)
  await picture(running, 'ukrainian-narrow')
}

async function main() {
  prepare({ root, desktop: true, say })
  const runtime = await resolveRuntime({ root, env: process.env, say })
  ensureBuilt(root, say)
  mkdirSync(out, { recursive: true })
  const userData = mkdtempSync(join(tmpdir(), 'switchboard-screens-'))
  const desktop = process.platform === 'linux' ? await openDesktop({ env: process.env }) : undefined
  const args = [...commandLine(runtime, [], say), `--user-data-dir=${userData}`]
  const env = /** @type {Record<string, string>} */ (desktop?.env ?? process.env)
  const app = await _electron.launch({ executablePath: runtime.executable, args, env })
  try {
    const running = { app, page: await app.firstWindow() }
    await connected(running)
    await offline(running)
    await otherLanguages(running)
  } finally {
    await app.evaluate((electron) => electron.app.exit(0)).catch(() => undefined)
    await desktop?.close()
    rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

await main()
