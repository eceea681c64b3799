import type { Account, AccountId } from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import type { Bridge, Start } from '../shared/ipc.ts'
import { localeOf } from '../shared/messages/choose.ts'
import { directionOf } from '../shared/messages/format.ts'
import type { Locale, Messages } from '../shared/messages/messages.ts'
import type { Result } from '../shared/result.ts'
import { Palette } from './commands/palette.svelte.ts'
import { run } from './commands/run.ts'
import { Clock } from './design/clock.svelte.ts'
import { Toasts, type Later } from './design/toasts.svelte.ts'
import type { ImportDesk } from './onboarding/desk.svelte.ts'
import type { Unsent } from './outbox/views/unsent.ts'
import { Session } from './session/session.svelte.ts'
import { Preferences } from './settings/settings.svelte.ts'
import type { Workspace } from './workspace.svelte.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/** What the app is built from. */
export interface AppParts {
  readonly bridge: Bridge
  readonly start: Start
  /** English, which is always at hand. */
  readonly words: Messages
  readonly locales: Languages
  readonly now: () => number
  readonly later: Later
  readonly stores: AccountStores
}

/** The languages whose catalogue exists. */
export interface Languages {
  readonly known: readonly Locale[]
  readonly load: (locale: Locale) => Promise<Messages>
}

/** What is kept of accounts on this computer. */
export interface AccountStores {
  /** Opens an account's stores and builds its workspace. */
  readonly open: (
    shared: Pick<WorkspaceParts, 'account' | 'preferences' | 'toasts' | 'words'>
  ) => Promise<Workspace>
  /** What an account that is not open has not sent. */
  readonly unsent: (accountId: AccountId) => Promise<Unsent>
  readonly wipe: (accountId: AccountId) => Promise<Result<null, Failure>>
  readonly startAnew: (accountId: AccountId) => Promise<void>
}

/** The whole window: who is signed in, in which language, and the workspace of the open account. */
export class App {
  readonly parts: AppParts
  readonly session: Session
  readonly preferences: Preferences
  readonly toasts: Toasts
  readonly clock: Clock
  words: Messages
  locale: Locale = $state('en')
  workspace: Workspace | null = $state.raw(null)
  /** Files are held over the window. */
  dropping = $state(false)
  dialog: 'settings' | 'shortcuts' | 'sign-out' | 'reset-sandbox' | null = $state(null)
  palette: Palette | null = $state.raw(null)
  /** Whether anything was painted that a person waits for. */
  painted = false
  /** Whether the person has read what was said about the settings file. */
  noticeRead = $state(false)
  /** The account whose workspace is wanted; a slower opening of another one is dropped. */
  #wanted: AccountId | null = null
  #closing: Promise<void> = Promise.resolve()

  constructor(parts: AppParts) {
    const { bridge, start } = parts
    this.parts = parts
    this.words = $state.raw(parts.words)
    this.preferences = new Preferences(bridge, start)
    this.toasts = new Toasts(parts.later)
    this.clock = new Clock(parts.now, 1_000)
    this.session = new Session(
      {
        bridge,
        unsent: (id) => this.#unsent(id),
        wipe: async (id) => {
          await this.#closing
          const wiped = await parts.stores.wipe(id)
          if (!wiped.ok) this.toasts.show(({ session }) => session.out.notWiped, null, 'danger')
        },
        startAnew: async (id) => {
          await this.#closing
          await parts.stores.startAnew(id)
        },
        onopen: (account) => void this.#open(account),
        onrenewed: () => this.workspace?.renewed()
      },
      start
    )
  }

  /** Starts the session; returns how to stop. */
  begin(): () => void {
    const { bridge, start } = this.parts
    const stops = [
      this.preferences.begin(),
      this.session.begin(start),
      bridge.on('command', (command) => run(this, command))
    ]
    return () => stops.forEach((stop) => stop())
  }

  /** Speaks the language that is wished for, or the system's; English where the app does not speak that. */
  async speak(): Promise<void> {
    const locale = this.#wishedLocale()
    if (locale === this.locale) return
    const words = locale === 'en' ? this.parts.words : await this.parts.locales.load(locale)
    // Another one may have been chosen while this one was loaded.
    if (locale !== this.#wishedLocale()) return
    this.locale = locale
    this.words = words
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.locale)
  }

  /** Opens the palette of commands, or closes it. */
  togglePalette(): void {
    this.palette = this.palette === null ? new Palette(this) : null
  }

  /** The place to import lists into; says that somebody must sign in first where there is none. */
  get imports(): ImportDesk | null {
    if (this.workspace === null) this.toasts.show(({ onboarding }) => onboarding.signedOut)
    return this.workspace?.parts.imports ?? null
  }

  /** Training mode: everything back to the beginning. */
  async resetSandbox(): Promise<void> {
    const result = await this.session.reset()
    if (result.ok) this.toasts.show(({ session }) => session.resetDone)
  }

  #wishedLocale(): Locale {
    return localeOf(this.preferences.now.locale, this.parts.start.systemLocale)
  }

  async #open(account: Account | null): Promise<void> {
    const before = this.workspace
    this.toasts.clear()
    this.workspace = null
    this.#wanted = account?.id ?? null
    const closed = this.#closing
    this.#closing = (async () => {
      await closed
      await before?.close()
    })()
    await this.#closing
    if (account === null || this.#wanted !== account.id) return
    const workspace = await this.parts.stores.open({
      account,
      preferences: this.preferences,
      toasts: this.toasts,
      words: () => this.words
    })
    if (this.#wanted !== account.id) return workspace.close()
    this.workspace = workspace
    await workspace.start()
  }

  async #unsent(accountId: AccountId): Promise<Unsent> {
    const { workspace } = this
    if (workspace?.parts.account.id !== accountId) return this.parts.stores.unsent(accountId)
    await workspace.parts.outbox.opened
    return workspace.unsent()
  }
}
