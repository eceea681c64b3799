import type { Mutant } from './mutant.ts'
import { mutantsOfSending } from './mutants-of-sending.ts'

const outbox = (file: string): string => `renderer/outbox/${file}.ts`

/** Defects that the tests have to find, each alone. */
export const mutants: readonly Mutant[] = [
  {
    name: 'A lost add is sent again without waiting for the settle time',
    file: outbox('settle'),
    from: 'beginCheck(draft, attempt, { failure: verdict.failure, settleMs: draft.queue.settleMs })',
    to: 'beginCheck(draft, attempt, { failure: verdict.failure, settleMs: 0 })'
  },
  {
    name: 'One list is enough to conclude that nothing was done',
    file: outbox('verify'),
    from: 'if (agrees) conclude(',
    to: 'if (agrees || check.first === null) conclude('
  },
  {
    name: 'Lists asked for before the settle time is over conclude too',
    file: outbox('verify'),
    from: 'reading.askedAt < check.deadline ||',
    to: ''
  },
  {
    name: 'A set stands for the multiset: a row that belongs to another entry counts again',
    file: outbox('verify'),
    from: 'return rows.filter((row) => draft.claimantOf(row.id) === undefined)',
    to: 'return rows'
  },
  {
    name: 'What the list shows before an attempt is not written down',
    file: outbox('pick-adds'),
    from: '(reading.rows.get(keyOf(entry)) ?? []).map(({ id }) => id)\n  const named',
    to: '([] as number[])\n  const named'
  },
  {
    name: 'Every row of the name is adopted, old ones too',
    file: outbox('verify'),
    from: 'const before = new Set(entry.watch ?? entry.known)',
    to: 'const before = new Set<number>()'
  },
  {
    name: 'A list that lacks known operators is believed',
    file: outbox('trust'),
    from: 'if (missing.length === 0) {',
    to: 'if (missing.length >= 0) {'
  },
  {
    name: 'A refused token rejects what was under way',
    file: outbox('decide'),
    from: '    case 401:\n',
    to: ''
  },
  {
    name: 'The queue goes on after a refused token',
    file: outbox('back-off'),
    from: 'if (failure.status === 401) draft.changeQueue({ signedOut: true })',
    to: ''
  },
  {
    name: 'A 503 counts as not done',
    file: outbox('decide'),
    from: "if (mayHaveApplied(failure)) return { kind: 'ambiguous', failure }\n  switch",
    to: "if (mayHaveApplied(failure)) return { kind: 'unsent', failure }\n  switch"
  },
  {
    name: 'Statuses are squashed after they were sent',
    file: outbox('squash'),
    from: ' && !last.everSent',
    to: ''
  },
  {
    name: 'The journal hears of an end, and the service of an attempt, before the store does',
    file: outbox('replay'),
    from: '    const stored = await this.#store(draft).catch(',
    to: '    draft.effects.splice(0).forEach(this.#perform)\n    const stored = await this.#store(draft).catch('
  },
  {
    name: 'An intent without an outcome counts as never sent',
    file: outbox('recover'),
    from: 'else if (outcome === null && trusted) awaitOutcome(draft, attempt)',
    to: 'else if (outcome === null && trusted) waitAgain(draft, attempt)'
  },
  {
    name: 'A lost store is not rebuilt from the journal',
    file: outbox('recover'),
    from: 'if (stored.storeId === null || isOther) rebuild(',
    to: "if (stored.storeId === '') rebuild("
  },
  {
    name: 'A lost journal is not begun anew',
    file: outbox('replay'),
    from: 'if (queue.journalDue !== null)\n      return courier.restart(',
    to: 'if (queue.journalDue === "")\n      return courier.restart('
  },
  {
    name: 'The journal gets no copy of what is accepted',
    file: outbox('replay'),
    from: 'const copies = draft.recovers ? [] : acceptedIn(draft)',
    to: 'const copies = acceptedIn(draft).slice(0, 0)'
  },
  {
    name: 'Two adds of one name are under way at once',
    file: outbox('line'),
    from: '  members.add(entry.order, entry.id)\n',
    to: "  if (entry.edit.kind === 'add' && entry.state.kind !== 'waiting') return\n  members.add(entry.order, entry.id)\n"
  },
  {
    name: 'An undecided entry keeps nobody back',
    file: outbox('line'),
    from: 'line.blockers.size > 0 ? undefined : line.members.first()',
    to: 'line.members.take(Infinity).find((id) => !line.blockers.take(Infinity).includes(id))'
  },
  {
    name: 'A refused batch is rejected as a whole',
    file: outbox('bisect'),
    from: 'if (refusedIn > 1) draft.move',
    to: 'if (refusedIn > 1_000) draft.move'
  },
  {
    name: 'A refused batch travels again as large as it was',
    file: outbox('bisect'),
    from: 'Math.max(1, Math.floor(entry.refusedIn / 2))',
    to: 'entry.refusedIn'
  },
  {
    name: 'What landed in spite of a refusal is not looked for',
    file: outbox('settle'),
    from: 'beginCheck(draft, attempt, { failure: verdict.failure, settleMs: 0 })',
    to: 'sendSmaller(draft, attempt, verdict.failure)'
  },
  {
    name: 'A status is sent over whatever a colleague set',
    file: outbox('compare'),
    from: "if (now !== from) return { kind: 'conflict', now }",
    to: ''
  },
  {
    name: 'A status is sent again without a new list',
    file: outbox('settle'),
    from: 'draft.disproveLists(attempt.organizationId)\n}\n\nfunction lookForOperator',
    to: '}\n\nfunction lookForOperator'
  },
  {
    name: 'Lists from before an outage still count',
    file: outbox('step'),
    from: '    draft.disproveLists(id)\n',
    to: ''
  },
  {
    name: 'Rows of a reply are paired by their place',
    file: outbox('pair'),
    from: 'sent.map(({ id, name }) => ({\n    entryId: id,\n    row: free.get(sameKey(name))?.shift() ?? null\n  }))',
    to: 'sent.map(({ id, name }, at) => ({\n    entryId: id,\n    row: rows[at] ?? free.get(sameKey(name))?.shift() ?? null\n  }))'
  },
  {
    name: 'Nobody is asked about a name that appeared meanwhile',
    file: outbox('pick-adds'),
    from: 'return unclaimed(draft, entry, reading).filter(({ id }) => !before.has(id))',
    to: 'return unclaimed(draft, entry, reading).filter(({ id }) => before.has(id) && !before.has(id))'
  },
  {
    name: 'Operators of ours that no list shows raise no question',
    file: outbox('pick-adds'),
    from: 'const unreliable = neverShown(draft, organizationId)',
    to: 'const unreliable = neverShown(draft, organizationId) === 0 ? 0 : null'
  },
  {
    name: 'A duplicate that shows later is not flagged',
    file: outbox('watch'),
    from: 'if (extra.length === 0) return []',
    to: 'if (extra.length >= 0) return []'
  },
  {
    name: 'What is being sent can be given another name',
    file: outbox('person'),
    from: "return state.kind === 'waiting' || state.kind === 'rejected'",
    to: "return state.kind === 'sending' || state.kind === 'waiting' || state.kind === 'rejected'"
  },
  {
    name: 'Nobody looks again while an attempt is verified',
    file: outbox('due'),
    from: 'for (const { due } of state.checks.values()) yield due',
    to: ''
  },
  {
    name: 'A Retry-After is obeyed however long it is',
    file: outbox('back-off'),
    from: 'Math.min(told, longestRetryAfter)',
    to: 'told'
  },
  {
    name: 'Nothing is tested again after something could not be stored',
    file: outbox('replay'),
    from: '    this.#armTest()\n    const due',
    to: '    const due'
  },
  {
    name: 'A paused organization never goes on',
    file: outbox('due'),
    from: 'if (paused && paused.resumeAt <= monotonic) draft.changeOrganization(id, { paused: null })',
    to: ''
  },
  {
    name: 'An operator is claimed by nobody',
    file: outbox('draft'),
    from: 'this.claimed.set(operatorId, entry.id)',
    to: ''
  },
  ...mutantsOfSending,
  {
    name: 'A stray row of a reply goes to an add whose name the reply shows elsewhere',
    file: outbox('pair'),
    from: '  if (rows.some((row) => sameKey(row.name) === sameKey(name))) return { pairs, leftover }\n',
    to: '  void name\n'
  },
  {
    name: 'What was confirmed before the clock was set back hides what lists say',
    file: 'renderer/operators/row-change.ts',
    from: '(endedAt > listedAt && endedAt - listedAt < longestNewsMs)',
    to: 'endedAt > listedAt'
  }
]
