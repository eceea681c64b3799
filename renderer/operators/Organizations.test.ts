import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import type { Scope } from '../../shared/operator.ts'
import WithWords from '../WithWords.svelte'
import { noOrganizationsYet, type OrganizationsView } from './organizations-view.ts'
import Organizations from './Organizations.svelte'

afterEach(cleanup)

const three: OrganizationsView = {
  organizations: [
    { id: 24, name: 'Customer Support' },
    { id: 7, name: 'תמיכה' },
    { id: 9, name: '' }
  ],
  counts: new Map([[24, 1234]]),
  state: { kind: 'fresh', at: 1 }
}

function show(view = three) {
  const opened: Scope[] = []
  const props = { view, current: 24, onopen: (scope: Scope) => opened.push(scope) }
  render(WithWords, { props: { words: en, component: Organizations as never, props } })
  const list = screen.getByRole('list', { name: 'Organizations' })
  return { opened, list, buttons: () => screen.getAllByRole<HTMLButtonElement>('button') }
}

test('each organization is visible by name, the count outside the accessible name, the open one marked', () => {
  const { list } = show()
  expect(
    within(list)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'))
  ).toEqual(['Customer Support', 'תמיכה', 'Organization 9'])
  expect(within(list).getByText('Customer Support', { exact: true })).toBeTruthy()
  expect(within(list).getByText('1,234')).toBeTruthy()
  expect(list.querySelectorAll('[aria-current="true"]')).toHaveLength(1)
  expect(screen.getByRole('button', { current: true, name: 'Customer Support' })).toBeTruthy()
})

test('a click opens one; arrows move, and the list is one Tab stop', async () => {
  const { opened, buttons: all } = show()
  await fireEvent.click(screen.getByText('תמיכה'))
  expect(opened).toEqual([7])
  const buttons = all()
  expect(buttons.map((button) => button.tabIndex)).toEqual([-1, 0, -1, -1])
  buttons[0]?.focus()
  await fireEvent.keyDown(buttons[0] as HTMLElement, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(buttons[1])
  await fireEvent.keyDown(buttons[1] as HTMLElement, { key: 'End' })
  expect(document.activeElement).toBe(buttons[3])
})

test('all organizations stand above several, with everybody’s count once all are counted', async () => {
  const counts = new Map([
    [24, 1000],
    [7, 200],
    [9, 34]
  ])
  const { opened, buttons } = show({ ...three, counts })
  const [first] = buttons()
  expect(first?.textContent).toContain('1,234')
  await fireEvent.click(first as HTMLElement)
  expect(opened).toEqual(['all'])
  cleanup()
  show({ ...three, organizations: [{ id: 24, name: 'Customer Support' }] })
  expect(screen.queryByText('All organizations')).toBeNull()
})

test('is there, and says so, before any is known and where there are none', () => {
  show(noOrganizationsYet)
  expect(screen.getByText('Loading organizations…')).toBeTruthy()
  cleanup()
  show({ ...three, organizations: [] })
  expect(screen.getByText('No organizations')).toBeTruthy()
})

test('says why none could be listed', () => {
  show({
    ...noOrganizationsYet,
    state: { kind: 'failed', at: null, failure: { kind: 'signed-out' } }
  })
  expect(screen.queryByText('Loading organizations…')).toBeNull()
})

const many: OrganizationsView = {
  ...three,
  organizations: Array.from({ length: 200 }, (_, row) => ({ id: row + 1, name: `Team ${row + 1}` }))
}

test('two hundred can be searched; the arrow leads to the first that is left, Enter opens it', async () => {
  const { opened, list, buttons } = show(many)
  expect(within(list).getAllByRole('button')).toHaveLength(200)
  expect(buttons()).toHaveLength(201)
  const search = screen.getByRole('searchbox', { name: 'Search organizations' })
  await fireEvent.input(search, { target: { value: 'team 19' } })
  const left = within(list).getAllByRole<HTMLButtonElement>('button')
  expect(left).toHaveLength(11)
  expect(left.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  await fireEvent.keyDown(search, { key: 'Enter' })
  expect(opened).toEqual([19])
  await fireEvent.keyDown(search, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(left[0])
  await fireEvent.input(search, { target: { value: 'nowhere' } })
  expect(screen.getByRole('status').textContent).toContain('No organization has this name')
  await fireEvent.keyDown(search, { key: 'Escape' })
  expect(buttons()).toHaveLength(201)
})

test('a short list has no search', () => {
  show()
  expect(screen.queryByRole('searchbox')).toBeNull()
})
