import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { operatorRow, shown, signIn } from './harness/screen.ts'
import { createdBy } from './torture/reckon.ts'

const names = Array.from({ length: 1_000 }, (_, index) => `Pasted ${index} Person`)

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp

beforeEach(async () => {
  sandbox = await startSandbox({})
  folder = await temporaryUserData()
  const args = [`--server=${sandbox.address}`]
  running = await launchApp({ userDataDir: folder.path, args })
  await signIn(running.window, sandbox.token)
  await shown(operatorRow(running.window, 'John Smith'))
})

afterEach(async () => {
  await running.kill()
  await sandbox.stop()
  await folder.remove()
})

it('takes a thousand pasted names at once, gives them back at Ctrl+Z, and adds them in ten requests', async () => {
  const page = running.window
  await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), names.join('\n'))
  await page.getByRole('button', { name: 'Add operators', exact: true }).click()
  const area = page.getByRole('textbox', { name: 'Names', exact: true })
  await area.fill('Typed Before')
  await area.press('Control+a')

  await area.press('Control+v')
  await expect.poll(() => area.inputValue()).toBe(names.join('\n'))
  await area.press('Control+z')
  await expect.poll(() => area.inputValue()).toBe('Typed Before')
  await area.press('Control+a')
  await area.press('Control+v')
  await expect.poll(() => area.inputValue()).toBe(names.join('\n'))
  const pressed = performance.now()
  await page.getByRole('button', { name: 'Add', exact: true }).click()

  const adds = () => sandbox.ledger.of('add').filter(({ by }) => by === 'client')
  const answered = () => adds().filter((add) => add.answeredAt !== null).length
  await expect.poll(answered, { interval: 10 }).toBe(10)
  const took = performance.now() - pressed
  const made = createdBy(sandbox.ledger.entries(), 'client').map(({ name }) => name)
  expect(made.toSorted()).toEqual(names.toSorted())
  const apart = sixthAfter(sandbox.ledger.entries().map(({ at }) => at))
  console.log(
    `1,000 adds in ${(took / 1_000).toFixed(1)} s; the sixth request ${apart} ms after the first`
  )
})

/** The shortest time from a request's arrival to that of the fifth after it, ms; this busy process may see the first late. */
function sixthAfter(times: readonly number[]): number {
  return Math.round(Math.min(...times.slice(5).map((at, first) => at - (times[first] ?? 0))))
}
