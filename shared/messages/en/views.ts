import { isolate } from '../format.ts'
import { format } from './format.ts'

const edits = (count: number) => format.plural(count, { one: 'one edit', other: '{n} edits' })
const operators = (count: number) =>
  format.plural(count, { one: 'one operator', other: '{n} operators' })

/** Dialogs, the outbox, toasts, panels. */
export const views = {
  status: ['Active', 'Inactive', 'Deleted'] as const,
  notifications: 'Notifications',
  dismiss: 'Dismiss',
  closePanel: 'Close panel',
  cancel: 'Cancel',
  undo: 'Undo',
  moreActions: 'More actions',

  outbox: {
    title: 'Outbox',
    edits: 'Edits',
    states: {
      waiting: 'Waiting',
      sending: 'Sending',
      verifying: 'Verifying',
      confirmed: 'Confirmed',
      matched: 'Matched',
      rejected: 'Rejected',
      'needs-person': 'Needs you',
      cancelled: 'Cancelled',
      superseded: 'Superseded'
    },
    filter: 'Show',
    all: 'All',
    empty: 'Nothing waits',
    emptyText: 'Edits appear here from the moment you make them until the service has them.',
    emptyFilter: 'No edit is in this state',
    sendNow: 'Send now',
    pause: 'Pause',
    resume: 'Resume',
    retryRejected: 'Retry all rejected',
    discardRejected: 'Discard all rejected…',
    discardAsk: {
      title: (count: number) => `Discard ${edits(count)}?`,
      text: 'They were refused by the service and will not be sent again. What they should have done is not done.',
      yes: 'Discard all',
      no: 'Keep them'
    },
    add: (organization: string) => `Add to ${isolate(organization)}`,
    setStatus: (from: string, to: string) => `${from} → ${to}`,
    details: (name: string) => `Details of ${isolate(name)}`,
    organization: (id: number) => `Organization ${id}`,
    waitsFor: {
      creation: 'Until the operator exists',
      earlier: 'Behind an earlier edit of the same name',
      'organization-paused': 'The organization refuses edits'
    },
    countdown: (wait: string) => `Looking for it, ${wait} left`,
    looking: 'Looking for it',
    matchedHow: {
      'lost-reply': 'Found after a lost reply',
      'already-there': 'It was there already',
      person: 'As you chose'
    },
    id: (id: number) => `#${id}`,
    retry: 'Retry',
    editAndRetry: 'Edit and retry…',
    discard: 'Discard',
    history: 'History',
    noHistory: 'Nothing yet',
    noReply: 'No reply came',
    notReached: 'The service could not be reached',
    events: {
      queued: 'You made this edit',
      sent: 'Sent to the service',
      reply: 'The service replied',
      verifying: 'Looking for it in the list',
      matched: 'Found in the list',
      confirmed: 'The service has it',
      rejected: 'The service refused it',
      asked: 'A question for you',
      answered: 'You answered',
      waiting: 'Waits to be sent again',
      cancelled: 'Taken back',
      superseded: 'Replaced by a later edit'
    },
    question: {
      nameAppeared: (name: string) =>
        `Someone added ${isolate(name)} meanwhile. Is this the same person, or do you want another operator of that name?`,
      undecided: (name: string) =>
        `The reply for ${isolate(name)} was lost, and the list cannot tell whether it was carried out.`,
      listUnreliable: (id: number) =>
        `The service said that it added operator #${id}, and no list shows it. While that is so, the list cannot tell whether an operator was added.`,
      statusConflict: 'Someone else changed the status meanwhile.',
      operatorMissing: (id: number) =>
        `Operator #${id} is no longer in the list. It may have been removed.`,
      saw: 'You saw',
      wanted: 'You want',
      now: 'It is now',
      use: (id: number) => `Use #${id}`,
      useFound: 'Use the ones found',
      addAnother: 'Add another',
      mine: (status: string) => `Set to ${status}`,
      theirs: (status: string) => `Leave ${status}`,
      sendAnyway: 'Send all the same',
      alike: (count: number) => `Answer all ${format.number(count)} alike`
    },
    duplicate: {
      title: (name: string, ids: string) => `Possible duplicate: ${isolate(name)} ${ids}`,
      text: 'The list shows one more of this name than you added.',
      remove: (id: number) => `Set #${id} to Deleted`
    },
    rename: {
      title: 'Correct and send again',
      name: 'New name',
      missing: 'Type a name.',
      tooLong: (length: number, longest: number) =>
        `${length} characters; at most ${longest} are allowed.`,
      yes: 'Send again'
    },
    receipt: {
      done: (count: number) =>
        format.plural(count, { one: 'One edit sent', other: '{n} edits sent' }),
      matched: (count: number) =>
        format.plural(count, {
          one: 'one found after a lost reply',
          other: '{n} found after a lost reply'
        }),
      rejected: (count: number) =>
        format.plural(count, { one: 'one edit rejected', other: '{n} edits rejected' }),
      needsYou: (count: number) =>
        format.plural(count, { one: 'one edit needs you', other: '{n} edits need you' }),
      refused: (count: number) =>
        format.plural(count, {
          one: 'one edit waits: its organization refuses edits',
          other: '{n} edits wait: their organization refuses edits'
        })
    },
    show: 'Show',
    undone: (count: number) =>
      `${format.plural(count, { one: 'One edit', other: '{n} edits' })} taken back`,
    undoAsk: {
      freeTitle: 'Take it back?',
      freeText: 'It was not sent after all: taking it back needs no new edits.',
      freeYes: 'Take back',
      title: 'Take back what was already sent?',
      text: 'It has left already, so it takes new edits to set it right:',
      unsent: (count: number) =>
        format.plural(count, {
          one: 'One edit that was not sent yet is simply taken back.',
          other: '{n} edits that were not sent yet are simply taken back.'
        }),
      delete: (name: string) => `${isolate(name)}: set to Deleted`,
      status: (name: string, status: string) => `${isolate(name)}: back to ${status}`,
      more: (count: number) => format.plural(count, { one: 'and one more', other: 'and {n} more' }),
      yes: (count: number) => `Queue ${edits(count)}`,
      no: 'Leave it'
    },
    nothingToUndo: 'There is nothing to take back.'
  },

  add: {
    title: 'New operators',
    names: 'Names',
    hint: 'One name a line. A column copied from Excel fits too.',
    organization: 'Organization',
    noOrganization: 'Choose an organization.',
    nothingFound: 'No organization fits',
    count: (count: number) => operators(count),
    yes: 'Add',
    missing: 'Type at least one name.',
    faults: (count: number) =>
      format.plural(count, { one: 'One line to correct', other: '{n} lines to correct' }),
    moreFaults: (count: number) =>
      format.plural(count, { one: 'and one more line', other: 'and {n} more lines' }),
    duplicates: (count: number) =>
      format.plural(count, {
        one: 'One name is there already',
        other: '{n} names are there already'
      }),
    duplicatesText: 'Two people may share a name: you decide. Nothing is queued yet.',
    allAlike: 'For all',
    found: {
      same: 'Same name',
      probably: 'Probably the same name'
    },
    where: {
      listed: (status: string, id: number) => `${status}, #${id}`,
      queued: 'Waits in the outbox',
      typed: (line: number) => `Also in line ${line}`
    },
    choice: { skip: 'Skip', add: 'Add anyway', reactivate: 'Reactivate' },
    choiceFor: (name: string) => `What to do with ${isolate(name)}`,
    queued: (count: number) =>
      format.plural(count, { one: 'One operator queued', other: '{n} operators queued' }),
    reactivated: (count: number) =>
      format.plural(count, { one: 'one reactivated', other: '{n} reactivated' }),
    nothingLeft: 'Nothing was queued: every name is skipped.',
    draftKept: 'What you type here is kept when you close this.'
  },

  correct: {
    menu: 'Correct name…',
    title: (name: string) => `Correct the name of ${isolate(name)}`,
    text: 'The service cannot rename. Switchboard adds the operator under the new name and, once it exists, sets the old one to Deleted. The operator gets a new id.',
    name: 'New name',
    missing: 'Type the new name.',
    unchanged: 'This is the present name.',
    tooLong: (length: number, longest: number) =>
      `${length} characters; at most ${longest} are allowed.`,
    exists: (status: string, id: number) =>
      `An operator of this name exists (${status}, #${id}). Press again to add another.`,
    yes: 'Correct',
    queued: (name: string) => `${isolate(name)} will replace the old name`
  },

  remove: {
    menu: 'Delete…',
    title: (count: number, name: string) =>
      count === 1 ? `Delete ${isolate(name)}?` : `Delete ${operators(count)}?`,
    text: (count: number) =>
      format.plural(count, {
        one: 'The operator gets the status Deleted: they leave the list of your team and take no more chats. The service keeps the entry, and statistics count it. Whether the service lets a deleted operator come back is not certain.',
        other:
          'The operators get the status Deleted: they leave the list of your team and take no more chats. The service keeps the entries, and statistics count them. Whether the service lets deleted operators come back is not certain.'
      }),
    instead: 'To pause somebody for a while, set them to Inactive instead.',
    yes: (count: number) =>
      format.plural(count, { one: 'Delete operator', other: 'Delete {n} operators' }),
    no: 'Keep'
  },

  changed: {
    activated: (count: number, name: string) =>
      count === 1 ? `${isolate(name)} is being activated` : `${operators(count)} being activated`,
    deactivated: (count: number, name: string) =>
      count === 1
        ? `${isolate(name)} is being deactivated`
        : `${operators(count)} being deactivated`,
    deleted: (count: number, name: string) =>
      count === 1 ? `${isolate(name)} is being deleted` : `${operators(count)} being deleted`,
    nothing: 'Nothing to change: they have this status already.'
  },

  overview: {
    title: 'Overview',
    total: 'Total, deleted included',
    active: 'Active',
    inactive: 'Inactive',
    deleted: 'Deleted',
    whoTakes: 'Who takes a chat',
    chat: 'Chat number',
    chatHint: 'Chats go round the active operators, in the order of the service’s list.',
    chatFault: 'A whole number, 0 or more.',
    takes: 'takes it',
    nobody: 'No active operators available'
  },

  operator: {
    nobody: 'Nobody in focus',
    nobodyText: 'Go to an operator in the list to see what is known of them.',
    id: 'ID',
    noId: 'The service has not given one yet',
    copyId: 'Copy the ID',
    copied: 'ID copied',
    organization: 'Organization',
    status: 'Status',
    told: (status: string) => `The service says: ${status}`,
    neverListed: 'The service has not shown this operator yet.',
    unlisted: 'The latest list lacks this operator.',
    chats: {
      title: 'Chats',
      statuses: ['New', 'Open', 'Waiting', 'On pause', 'Closed'] as const,
      count: 'Count chats',
      again: 'Count again',
      counting: 'Counting…',
      hint: 'Asks the service, with one request for each status.',
      notOffered: 'The service does not tell this token about chats.'
    },
    history: {
      title: 'History',
      none: 'Nothing in the last 90 days.',
      note: 'Edits made on this computer, and statuses seen in lists, of the last 90 days.',
      /** A list shows this status, and it was not set here. */
      seen: (status: string) => `Seen as ${status}`,
      /** `time`, `since`: when the list was made that shows it, and the one before it. */
      seenAt: (time: string, since: string, status: string) =>
        `${time}. Not by this app; ${status} in the list of ${since}.`,
      more: 'Show more',
      show: 'Show in the outbox'
    },
    imports: {
      title: 'Imports',
      looking: 'Looking…',
      none: 'No import on this computer created or changed this operator.',
      show: 'Show'
    }
  },
  palette: {
    title: 'Command palette',
    placeholder: 'A command, an organization, an operator',
    sections: {
      command: 'Commands',
      organization: 'Organizations',
      operator: 'Operators',
      view: 'Saved views'
    },
    columns: 'Columns',
    accounts: 'Accounts',
    switchTo: (name: string) => `Switch to ${isolate(name)}`,
    nothing: 'Nothing fits',
    found: (count: number) => format.plural(count, { one: 'One result', other: '{n} results' }),
    why: {
      'import-open': 'Close the import first',
      'nobody-selected': 'Select somebody first',
      'several-selected': 'One at a time',
      'nobody-shown': 'Nobody is shown',
      'nothing-waits': 'Nothing waits'
    }
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    groups: { grid: 'In the list of operators', header: 'On the header of a column' },
    rows: {
      move: 'By row, by page',
      cell: 'Within the row',
      ends: 'To the first or last row',
      select: 'Select the row, or not',
      extend: 'Extend the selection',
      letGo: 'Put the details away, then the selection',
      choose: 'Select the row alone and show its details',
      copy: 'Copy the selection',
      menu: 'Actions for the selection',
      sort: 'Sort',
      sortToo: 'Sort within the present order',
      resize: 'Make the column narrower or wider',
      reorder: 'Move the column',
      columns: 'Choose columns'
    }
  }
}
