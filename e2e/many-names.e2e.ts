import { expect, it } from 'vitest'
import { useSignedInApp } from './harness/signed-in-app.ts'
import { createdBy } from './torture/reckon.ts'

const names = Array.from({ length: 1_000 }, (_, index) => `Pasted ${index} Person`)

const app = useSignedInApp()

it('takes a thousand pasted names at once, gives them back at Ctrl+Z, and adds them in ten requests', async () => {
  const page = app.window
  await app.running.app.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    names.join('\n')
  )
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

  const adds = () => app.sandbox.ledger.of('add').filter(({ by }) => by === 'client')
  const answered = () => adds().filter((add) => add.answeredAt !== null).length
  await expect.poll(answered, { interval: 10 }).toBe(10)
  const took = performance.now() - pressed
  const made = createdBy(app.sandbox.ledger.entries(), 'client').map(({ name }) => name)
  expect(made.toSorted()).toEqual(names.toSorted())
  const apart = sixthAfter(app.sandbox.ledger.entries().map(({ at }) => at))
  console.log(
    `1,000 adds in ${(took / 1_000).toFixed(1)} s; the sixth request ${apart} ms after the first`
  )
})

/** The shortest time from a request's arrival to that of the fifth after it, ms; this busy process may see the first late. */
function sixthAfter(times: readonly number[]): number {
  return Math.round(Math.min(...times.slice(5).map((at, first) => at - (times[first] ?? 0))))
}
