import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import type { Status } from '../../shared/operator.ts'
import type { Entry } from '../outbox/entry.ts'
import WithWords from '../WithWords.svelte'
import type { Chats } from './chats.ts'
import type { Details } from './details.svelte.ts'
import DetailsPanel from './DetailsPanel.svelte'

afterEach(cleanup)

const entry = {
  id: 'e',
  edit: {
    ...{ kind: 'set-status', organizationId: 24, name: 'John Smith', from: 0, to: 1, after: null },
    operator: { kind: 'known', id: 101 }
  },
  state: { kind: 'waiting', reason: null },
  ...{ order: 0, queuedAt: 0, actionId: 'a', everSent: false, refusedIn: null }
} as const satisfies Entry

function show(over: { told?: Status | null; id?: number | null; chats?: Chats; edits?: boolean }) {
  const calls: unknown[] = []
  const { told = 0, id = 101, chats = { kind: 'unasked' }, edits = true } = over
  const row = {
    ...{ key: id ?? 'e', id, name: 'John Smith', status: 1, unlisted: false },
    operator: { kind: 'known', id: 101 },
    edit: { entryId: 'e', badge: 'waiting' }
  }
  const details = {
    subject: { row, organizationId: 24, told, at: told === null ? null : 5 },
    timeline: edits
      ? [
          {
            ...{ kind: 'edit', entry, listed: true },
            history: [{ at: 3, entryId: 'e', what: 'queued', failure: null }]
          },
          { kind: 'seen', seen: { at: 2, before: 1, from: 2, to: 0 } }
        ]
      : [],
    left: edits ? 1200 : 0,
    showMore: async () => void calls.push('more'),
    imports: [{ id: 'i', plannedAt: 4, source: { kind: 'file', name: 'team.csv' } }],
    chats,
    countChats: async () => void calls.push('count'),
    close: () => calls.push('closed')
  } as unknown as Details
  const props = {
    begin: () => details,
    organizationName: () => 'Customer Support',
    now: 10,
    oncopy: (copied: number) => calls.push(['copy', copied]),
    onentry: (shown: string) => calls.push(['entry', shown]),
    onimport: (shown: string) => calls.push(['import', shown]),
    onclose: () => calls.push('close')
  }
  const rendered = render(WithWords, {
    props: { words: en, component: DetailsPanel as never, props }
  })
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { calls, press, text: () => document.body.textContent.replace(/\s+/gu, ' '), rendered }
}

describe('the panel of details', () => {
  it('says who it is, and tells the wish from what the service says', () => {
    const { text } = show({})
    expect(screen.getByRole('region', { name: 'John Smith' })).toBeTruthy()
    expect(text()).toContain('The service says: Active')
    expect(text()).toContain('Customer Support')
    expect(text()).toContain('Active → Inactive')
    expect(text()).toContain('You made this edit')
  })

  it('leads to the entry, to the import, and copies the id', async () => {
    const { calls, press } = show({})
    await press('Copy the ID')
    await press('Show in the outbox')
    await press('Show')
    expect(calls).toEqual([
      ['copy', 101],
      ['entry', 'e'],
      ['import', 'i']
    ])
  })

  it('tells what lists showed as what it is, and shows more when asked', async () => {
    const { calls, press, text } = show({})
    expect(text()).toMatch(/Seen as Active .* Not by this app; Deleted in the list of/u)
    await press('Show more')
    expect(calls).toEqual(['more'])
  })

  it('claims nothing about somebody whom the service has not shown', () => {
    const { text } = show({ told: null, id: null })
    expect(text()).toContain('The service has not given one yet')
    expect(text()).toContain('The service has not shown this operator yet.')
    expect(screen.queryByRole('button', { name: 'Count chats' })).toBeNull()
  })

  it('counts chats when asked', async () => {
    const { calls, press } = show({})
    await press('Count chats')
    expect(calls).toEqual(['count'])
  })

  it('shows what was counted, or why nothing was', () => {
    const counted = show({ chats: { kind: 'counted', counts: [1, 2, 3, 4, 5678], at: 9 } })
    expect(counted.text()).toContain('Closed 5,678')
    cleanup()
    expect(show({ chats: { kind: 'not-offered' } }).text()).toContain('does not tell this token')
    cleanup()
    const failure = { kind: 'unreachable', cause: 'network', code: '' } as const
    show({ chats: { kind: 'failed', failure } })
    expect(screen.getByRole('button', { name: 'Count again' })).toBeTruthy()
  })

  it('says that there were no edits, and follows no longer once it is gone', () => {
    const { calls, text, rendered } = show({ edits: false })
    expect(text()).toContain('Nothing in the last 90 days.')
    rendered.unmount()
    expect(calls).toEqual(['closed'])
  })
})
