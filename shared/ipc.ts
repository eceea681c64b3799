import type { Account, AccountId, SignedIn, SignInForm, TokenPlace } from './account.ts'
import type { Attempt, AttemptId, Outcome } from './attempt.ts'
import type { FrameCommand, WindowCommand } from './commands.ts'
import type { Failure } from './failure.ts'
import type { JournalRecord, JournalView } from './journal.ts'
import type { OperatorColumns } from './operator-columns.ts'
import type { Organization } from './operator.ts'
import type { Result } from './result.ts'
import type { Settings, SettingsChange } from './settings.ts'

/** A fresh list of one organization. `at`: wall clock of the reply, ms. */
export interface OperatorList {
  readonly columns: OperatorColumns
  readonly at: number
}

/** What waits behind the pace goes in this order: what a person waits for, the outbox, background refresh. */
export type Urgency = 'person' | 'outbox' | 'background'

/** Everything that the window needs to draw its first frame. */
export interface Start {
  readonly accounts: readonly Account[]
  /** The account to open, or `null` for the sign-in screen. */
  readonly open: AccountId | null
  /** Server address to prefill at sign-in; `null` for the documented one. */
  readonly prefilledServer: string | null
  readonly settings: Settings
  /** Settings that an administrator fixed. */
  readonly managed: readonly (keyof Settings)[]
  /** Something about the stored settings that the person should know. */
  readonly settingsNotice: 'replaced-damaged-file' | null
  readonly systemLocale: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly versions: {
    readonly app: string
    readonly electron: string
    readonly chromium: string
    readonly node: string
  }
}

/** Whether the service can be reached, as the last real call told. */
export type Connection =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'online' }
  /** `nextProbeAt`: wall clock, ms. */
  | {
      readonly kind: 'offline'
      readonly failure: Failure
      readonly since: number
      readonly nextProbeAt: number
    }

/** A native notification. */
export interface Notice {
  readonly title: string
  readonly body: string
}

/** A chat of an operator, as the service counts them. */
export interface ChatCount {
  readonly total: number
}

/**
 * All that crosses from the window to the main process: topic, call, arguments, answer. Handlers, preload
 * and the tests' fakes implement types derived from it.
 */
export interface Contract {
  session: {
    start(): Start
    signIn(form: SignInForm): Result<SignedIn, Failure>
    trySandbox(): Result<SignedIn, Failure>
    /** Opens an account that exists; where its token rests, or that it needs a new sign-in. */
    open(accountId: AccountId): Result<TokenPlace, Failure>
    /** Deletes the token; the account stays listed unless `forget`. */
    signOut(accountId: AccountId, forget: boolean): Result<null, Failure>
  }
  operators: {
    organizations(accountId: AccountId, urgency: Urgency): Result<readonly Organization[], Failure>
    list(
      accountId: AccountId,
      organizationId: number,
      urgency: Urgency
    ): Result<OperatorList, Failure>
    /** How many chats an operator has, by chat status 0 New, 1 Open, 2 Waiting, 3 On pause, 4 Closed. */
    chats(
      accountId: AccountId,
      organizationId: number,
      operatorId: number,
      status: 0 | 1 | 2 | 3 | 4
    ): Result<ChatCount, Failure>
    /** A token of the operator's own, valid until `expiresAt` (ms since 1970, at most 24 h ahead). It is copied by main, never shown to the window. */
    copyToken(accountId: AccountId, operatorId: number, expiresAt: number): Result<null, Failure>
  }
  courier: {
    /** What the journal knows of the account; `storeId`: that of the window's store, `null` where it is new. */
    recover(accountId: AccountId, storeId: string | null): Result<JournalView, Failure>
    /** Appends records (copies of accepted edits, ends of entries); answers once they are on the disk. */
    record(accountId: AccountId, records: readonly JournalRecord[]): Result<null, Failure>
    /** Writes the intent, sends once under the pace, writes the outcome, answers with it. */
    send(accountId: AccountId, attempt: Attempt): Outcome
    /**
     * Takes back attempts of which nothing has left, `null` for all of the account: each answers that it was
     * recalled, once that is on the disk. Once this has answered none of them leaves any more.
     */
    recall(accountId: AccountId, attemptIds: readonly AttemptId[] | null): null
    /** Starts the journal anew under this storeId (after a rebuild, or when the account's data is cleared). */
    restart(
      accountId: AccountId,
      storeId: string,
      records: readonly JournalRecord[]
    ): Result<null, Failure>
  }
  settings: {
    change(change: SettingsChange): Result<Settings, Failure>
  }
  sandbox: {
    /** Training mode only: the embedded service refuses connections while `on`. */
    simulateOutage(on: boolean): Result<null, Failure>
    /** Puts the embedded service's data back to its beginning; the window clears the account's own stores. */
    reset(): Result<null, Failure>
  }
  frame: {
    /** The window painted its first rows. */
    ready(): null
    /** Probe the connection now (a person asks, or the system says that the network is back). */
    probe(accountId: AccountId): null
    /** Shown natively unless the window has the focus. */
    notify(notice: Notice): null
    /**
     * Counted on the dock or taskbar, together; 0 removes it: edits on their way, and edits that wait for a
     * person. `sending`: keep the app alive while the window is closed.
     */
    badge(unsent: number, asking: number, sending: boolean): null
    /** Where to save is asked by main; `null` where the person cancelled, else the file's name. */
    saveFile(suggestedName: string, bytes: Uint8Array): Result<string | null, Failure>
    /** Puts text and, where given, HTML on the clipboard. */
    copy(text: string, html: string | null): null
    /** A bug in the window, for the log; redacted there. */
    logError(message: string, stack: string): null
    /** Commands that can be carried out now, for the native menu. */
    enable(commands: readonly WindowCommand[]): null
    /** A command of the frame that was chosen in the window. */
    carryOut(command: FrameCommand): null
    /** The window's databases cannot be opened: keeps a copy of them aside and begins them anew. */
    setDatabasesAside(): Result<null, Failure>
  }
}

/** What main tells the window unasked. */
export interface Events {
  connection: Connection
  command: WindowCommand
  settings: Settings
  /** The account's token was refused (401): the queue pauses until it is renewed. */
  'token-refused': AccountId
  /** Quitting: finish what is in flight, start nothing new. */
  quitting: null
  /** The machine woke or was unlocked. */
  resumed: null
}

/** The window's side of the border: named functions only, each answers later. */
export type Bridge = {
  readonly [Topic in keyof Contract]: {
    readonly [Call in keyof Contract[Topic]]: Contract[Topic][Call] extends (
      ...args: infer Args
    ) => infer Answer
      ? (...args: Args) => Promise<Answer>
      : never
  }
} & {
  /** Listens to an event; returns how to stop. */
  readonly on: <Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void
  ) => () => void
}

/** Main's side of the border: the same calls, at once or later. */
export type Handlers = {
  readonly [Topic in keyof Contract]: {
    readonly [Call in keyof Contract[Topic]]: Contract[Topic][Call] extends (
      ...args: infer Args
    ) => infer Answer
      ? (...args: Args) => Answer | Promise<Answer>
      : never
  }
}

/** The calls by topic, for the preload, which knows no more of them than their names. */
export const calls = {
  session: { start: true, signIn: true, trySandbox: true, open: true, signOut: true },
  operators: { organizations: true, list: true, chats: true, copyToken: true },
  courier: { recover: true, record: true, send: true, recall: true, restart: true },
  settings: { change: true },
  sandbox: { simulateOutage: true, reset: true },
  frame: {
    ready: true,
    probe: true,
    notify: true,
    badge: true,
    saveFile: true,
    copy: true,
    logError: true,
    enable: true,
    carryOut: true,
    setDatabasesAside: true
  }
} as const satisfies { [Topic in keyof Contract]: Record<keyof Contract[Topic], true> }

/** The channel of a call. */
export function channelOf(topic: string, call: string): string {
  return `${topic}.${call}`
}

/** The events by name, for the preload, which lets the window listen to no others. */
export const events = {
  connection: true,
  command: true,
  settings: true,
  'token-refused': true,
  quitting: true,
  resumed: true
} as const satisfies Record<keyof Events, true>

/** The channel of an event. */
export function eventChannelOf(name: string): string {
  return `event.${name}`
}
