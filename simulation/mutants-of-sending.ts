import type { Mutant } from './mutant.ts'

/** Defects in how and when a request leaves, or is kept from leaving. */
export const mutantsOfSending: readonly Mutant[] = [
  {
    name: 'Bytes leave before the intent is on the disk',
    file: 'electron/courier/courier.ts',
    from: '    const intent = await this.intend(attempt, desk)\n    if (!intent.ok) return intent\n',
    to: '    void this.intend(attempt, desk)\n'
  },
  {
    name: 'The pace counts a second from its start, with no margin',
    file: 'electron/chathub/slowdown.ts',
    from: 'const windowMs = 1_020',
    to: 'const windowMs = 900'
  },
  {
    name: 'What is in line when a token is refused leaves all the same',
    file: 'electron/chathub/caller.ts',
    from: '!mayTry && leave.signal.aborted',
    to: '!mayTry && leave.signal.reason === null'
  },
  {
    name: 'What is taken back while it is in line leaves all the same',
    file: 'electron/courier/courier.ts',
    from: 'this.carry(accountId, attempt, recall)',
    to: 'this.carry(accountId, attempt, new AbortController().signal)'
  },
  {
    name: 'What is taken back as its turn comes leaves all the same',
    file: 'electron/chathub/caller.ts',
    from: '!isSilent() && recall?.aborted !== true',
    to: '!isSilent()'
  },
  {
    name: 'A pause takes back nothing that was handed over',
    file: 'renderer/outbox/step.ts',
    from: "if (event.on) draft.effects.push({ kind: 'recall', attemptIds: null })",
    to: ''
  },
  {
    name: 'What a list would not have let go leaves all the same',
    file: 'renderer/outbox/outdated.ts',
    from: 'if (outdated.length > 0) draft',
    to: 'if (outdated.length > 99) draft'
  },
  {
    name: 'What is discarded while it is being sent waits again',
    file: 'renderer/outbox/person.ts',
    from: '{ ...entry, unwanted: true }',
    to: '{ ...entry }'
  },
  {
    name: 'The queue hands over more while a person has paused it',
    file: 'renderer/outbox/pick-next.ts',
    from: 'queue.pausedByPerson || queue.quitting',
    to: 'queue.quitting'
  },
  {
    name: 'A late refusal of a token that was renewed stops the queue',
    file: 'electron/courier/deliver.ts',
    from: 'if (!isRefused(delivery) || (await refused(accountId, opened.value))) return delivery',
    to: 'await refused(accountId, opened.value)\n    return delivery'
  }
]
