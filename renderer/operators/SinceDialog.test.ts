import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import WithWords from '../WithWords.svelte'
import SinceDialog from './SinceDialog.svelte'

afterEach(cleanup)

function show(day?: string) {
  const told: unknown[] = []
  const props = {
    ...{ day, newsFrom: new Date(2026, 9, 5).getTime(), now: new Date(2026, 10, 22, 17).getTime() },
    onday: (chosen: string) => told.push(chosen),
    onclose: () => told.push('closed')
  }
  render(WithWords, { props: { words: en, component: SinceDialog as never, props } })
  const field = screen.getByLabelText<HTMLInputElement>('Day')
  const type = (value: string) => fireEvent.input(field, { target: { value } })
  const submit = () => fireEvent.submit(document.getElementById('since') as HTMLFormElement)
  return { told, field, type, submit }
}

test('a day is chosen, told in the person’s own language', async () => {
  const { told, field, type, submit } = show()
  expect([field.type, field.value]).toEqual(['date', '2026-11-22'])
  await type('2026-10-05')
  expect(screen.getByText('New since Oct 5, 2026')).toBeTruthy()
  await submit()
  expect(told).toEqual(['2026-10-05', 'closed'])
})

test.each([
  ['', 'Choose a day.'],
  ['2026-11-23', 'This day is yet to come.'],
  ['2026-10-04', /only from Oct 5, 2026 on/u]
])('“%s” is not taken, and why is said', async (value, why) => {
  const { told, type, submit } = show('2026-11-01')
  await type(value)
  await submit()
  expect(told).toEqual([])
  expect(screen.getByText(why)).toBeTruthy()
})
