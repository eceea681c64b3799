import { ok } from '../../../shared/result.ts'
import { ChangeLog } from '../change-log.ts'
import type { Entry } from '../entry.ts'
import type { HistoryEvent, Outbox, OutboxView } from '../outbox.ts'
import { stateOrder } from './arrange.ts'

/** An outbox for tests that holds what it is given and notes what it is told to do. */
export interface FakeOutbox extends Outbox {
  /** Calls in order: what was asked, and of which entries. */
  readonly told: readonly (readonly unknown[])[]
  /** What an entry's history holds from now on. */
  readonly remember: (event: HistoryEvent) => void
  readonly hold: (entries: readonly Entry[], change?: Partial<OutboxView>) => void
}

/** Makes an outbox for a test. */
export function fakeOutbox(entries: readonly Entry[] = []): FakeOutbox {
  const told: unknown[][] = []
  const events: HistoryEvent[] = []
  const listeners = new Set<() => void>()
  const note = (...what: unknown[]) => {
    told.push(what)
    return Promise.resolve(ok(null))
  }
  let view = viewAfter(null, entries)
  return {
    told,
    remember: (event) => void events.push(event),
    history: (id) => Promise.resolve(events.filter((event) => event.entryId === id)),
    hold: (next, change = {}) => {
      view = { ...viewAfter(view, next), ...change }
      for (const listener of listeners) listener()
    },
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    enqueue: (edits) => {
      void note('enqueue', edits)
      return Promise.resolve(ok([]))
    },
    retry: (ids) => note('retry', ids),
    discard: (ids) => note('discard', ids),
    rename: (id, name) => {
      void note('rename', id, name)
      return Promise.resolve(ok(view.entries.get(id) as Entry))
    },
    answer: (ids, answer) => note('answer', ids, answer),
    undoable: () => null,
    undo: () => note('undo'),
    ...quiet,
    sendNow: () => void note('send now'),
    pause: (on) => void note('pause', on)
  }
}

const quiet = {
  past: () => Promise.resolve([]),
  opened: Promise.resolve(),
  seen: () => undefined,
  signedIn: () => undefined,
  configure: () => undefined,
  close: () => Promise.resolve()
}

function viewAfter(before: OutboxView | null, entries: readonly Entry[]): OutboxView {
  const changes = before?.changes instanceof ChangeLog ? before.changes : new ChangeLog()
  changes.note([...(before?.entries.keys() ?? []), ...entries.map(({ id }) => id)])
  const count = (kind: string) => entries.filter(({ state }) => state.kind === kind).length
  const counts = Object.fromEntries(stateOrder.map((kind) => [kind, count(kind)]))
  const held = new Map(entries.map((entry, order) => [entry.id, { ...entry, order }]))
  return {
    revision: before ? before.revision + 1 : 0,
    ...{ entries: held, bare: held, changes },
    counts: counts as OutboxView['counts'],
    queue: { kind: 'idle' },
    paused: false,
    possibleDuplicates: []
  }
}
