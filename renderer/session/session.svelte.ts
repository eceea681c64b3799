import {
  sandboxAccountId,
  type Account,
  type AccountId,
  type SignedIn,
  type TokenPlace
} from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, Connection, Start } from '../../shared/ipc.ts'
import { ok, type Result } from '../../shared/result.ts'
import { SignIn } from './sign-in.svelte.ts'

/** What the session needs from outside. */
export interface SessionPorts {
  readonly bridge: Pick<Bridge, 'session' | 'sandbox' | 'frame' | 'on'>
  /** Organizations of an account that have unsent edits, and how many edits that are. */
  readonly unsent: (
    accountId: AccountId
  ) => Promise<{ readonly organizations: readonly number[]; readonly count: number }>
  /** Removes the stored lists of an account, not its outbox. */
  readonly wipe: (accountId: AccountId) => Promise<void>
  /** Puts an account's stores back to their beginning, its outbox too. */
  readonly startAnew: (accountId: AccountId) => Promise<void>
  /** An account is to be shown, or none. */
  readonly onopen: (account: Account | null) => void
  /** The token of the open account was renewed: the queue may go on. */
  readonly onrenewed: () => void
}

/** Accounts, the token, being online: who is signed in where. */
export class Session {
  readonly #ports: SessionPorts
  readonly #prefilledServer: string | null
  accounts: readonly Account[] = $state.raw([])
  open: Account | null = $state.raw(null)
  /** Where the open account's token rests; `null` while that is not known. */
  place: TokenPlace | null = $state.raw(null)
  /** Whether the open account needs a new token, and why. */
  needs: 'refused' | 'signed-out' | null = $state(null)
  connection: Connection = $state.raw({ kind: 'unknown' })
  /** The sign-in form, while it is shown. */
  form: SignIn | null = $state.raw(null)
  outage = $state(false)
  /** Why the account could not be opened. */
  failure: Failure | null = $state.raw(null)

  constructor(ports: SessionPorts, start: Start) {
    this.#ports = ports
    this.#prefilledServer = start.prefilledServer
    this.accounts = start.accounts
  }

  /** Opens the account that was open last, or shows the form. Returns how to stop listening. */
  begin(start: Start): () => void {
    const { bridge } = this.#ports
    const stops = [
      bridge.on('connection', (connection) => (this.connection = connection)),
      bridge.on('token-refused', (accountId) => {
        if (accountId === this.open?.id) this.needs = 'refused'
      })
    ]
    const account = this.accounts.find((each) => each.id === start.open)
    if (account) void this.switchTo(account)
    else this.showForm(null)
    return () => stops.forEach((stop) => stop())
  }

  /** Whether the open account is the sandbox. */
  get training(): boolean {
    return this.open?.kind === 'sandbox'
  }

  /** Shows an account at once, from its cache; its token is looked for meanwhile. */
  async switchTo(account: Account): Promise<void> {
    this.#show(account)
    const opened = await this.#ports.bridge.session.open(account.id)
    if (this.open?.id !== account.id) return
    if (opened.ok) this.place = opened.value
    else if (opened.failure.kind === 'signed-out') this.needs = 'signed-out'
    else this.failure = opened.failure
  }

  /** Shows the form: to renew an account's token, or (`null`) for a new account. */
  showForm(account: Account | null): void {
    const ports = {
      session: this.#ports.bridge.session,
      unsent: async (about: Account | null) =>
        about ? this.#ports.unsent(about.id) : { organizations: [], count: 0 },
      onsignedin: (signedIn: SignedIn & { kind: 'signed-in' }) => this.#signedIn(signedIn)
    }
    this.form = new SignIn(ports, account, this.#prefilledServer)
  }

  /** Leaves the form, where an account is open behind it. */
  hideForm(): void {
    if (this.open) this.form = null
  }

  /** Opens the sandbox from the account menu. */
  async openSandbox(): Promise<Result<null, Failure>> {
    const known = this.accounts.find((account) => account.id === sandboxAccountId)
    const result = await this.#ports.bridge.session.trySandbox()
    if (!result.ok) return result
    if (result.value.kind === 'signed-in') this.#signedIn(result.value)
    else if (known) await this.switchTo(known)
    return ok(null)
  }

  /** Removes the token; with `wipe` what is stored of the account, too. Unsent edits stay. */
  async signOut(wipe: boolean): Promise<Result<null, Failure>> {
    const account = this.open
    if (!account) return ok(null)
    const result = await this.#ports.bridge.session.signOut(account.id, false)
    if (!result.ok) return result
    this.accounts = this.accounts.map((each) =>
      each.id === account.id ? { ...each, signedIn: false } : each
    )
    this.#ports.onopen(null)
    this.open = null
    if (wipe) await this.#ports.wipe(account.id)
    this.showForm({ ...account, signedIn: false })
    return result
  }

  /** Edits of the open account that have not been sent. */
  async unsentCount(): Promise<number> {
    return this.open ? (await this.#ports.unsent(this.open.id)).count : 0
  }

  /** Training mode: the embedded service refuses connections while `on`. */
  async simulateOutage(on: boolean): Promise<void> {
    const result = await this.#ports.bridge.sandbox.simulateOutage(on)
    if (result.ok) this.outage = on
    if (this.open) await this.#ports.bridge.frame.probe(this.open.id)
  }

  /** Training mode: everything back to the beginning. */
  async reset(): Promise<Result<null, Failure>> {
    const account = this.open
    if (account?.kind !== 'sandbox') return ok(null)
    this.#ports.onopen(null)
    const result = await this.#ports.bridge.sandbox.reset()
    if (result.ok) await this.#ports.startAnew(account.id)
    this.outage = false
    await this.switchTo(account)
    return result
  }

  /** Looks at once whether the service answers. */
  probe(): void {
    if (this.open) void this.#ports.bridge.frame.probe(this.open.id)
  }

  #signedIn({ account, place }: SignedIn & { kind: 'signed-in' }): void {
    const rest = this.accounts.filter((each) => each.id !== account.id)
    const renewed = this.open?.id === account.id
    this.accounts = [...rest, account]
    if (renewed) this.open = account
    else this.#show(account)
    this.place = place
    this.needs = null
    this.form = null
    if (renewed) this.#ports.onrenewed()
  }

  #show(account: Account): void {
    this.open = account
    this.form = null
    this.needs = null
    this.place = null
    this.failure = null
    this.connection = { kind: 'unknown' }
    this.#ports.onopen(account)
  }
}
