import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import WithWords from '../WithWords.svelte'
import EmptyGrid from './EmptyGrid.svelte'
import type { Emptiness } from './emptiness.ts'

afterEach(cleanup)

function show(why: Emptiness) {
  const calls: string[] = []
  const props = {
    why,
    onshowdeleted: () => calls.push('deleted'),
    onshowall: () => calls.push('all'),
    onrefresh: () => calls.push('refresh')
  }
  render(WithWords, { props: { words: en, component: EmptyGrid as never, props } })
  return calls
}

test.each<[Emptiness, string | RegExp]>([
  [{ kind: 'no-organization' }, 'Choose an organization'],
  [{ kind: 'loading' }, 'Loading operators…'],
  [{ kind: 'failed', failure: { kind: 'signed-out' } }, 'No operators to show yet'],
  [{ kind: 'nobody' }, /is the organization id right\?/u],
  [{ kind: 'only-deleted', count: 1, searched: true }, 'Only a deleted operator matches'],
  [{ kind: 'only-deleted', count: 3, searched: true }, 'Only 3 deleted operators match'],
  [{ kind: 'only-deleted', count: 3, searched: false }, 'All 3 operators are deleted'],
  [{ kind: 'no-match' }, 'Nobody matches']
])('%j has its words', (why, text) => {
  show(why)
  expect(screen.getByText(text)).toBeTruthy()
})

test('the deleted are one click away, and so is everyone, and another try', async () => {
  const deleted = show({ kind: 'only-deleted', count: 1, searched: true })
  await fireEvent.click(screen.getByRole('button', { name: 'Show deleted' }))
  expect(deleted).toEqual(['deleted'])
  cleanup()
  const all = show({ kind: 'no-match' })
  await fireEvent.click(screen.getByRole('button', { name: 'Clear search and filter' }))
  expect(all).toEqual(['all'])
  cleanup()
  const failed = show({ kind: 'failed', failure: { kind: 'signed-out' } })
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(failed).toEqual(['refresh'])
})
