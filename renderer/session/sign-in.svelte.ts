import type { Account, SignedIn } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge } from '../../shared/ipc.ts'
import {
  documentedServer,
  formOf,
  missingIn,
  type MissingFields,
  type SignInFields
} from './sign-in-fields.ts'

/** What the sign-in form needs from outside. */
export interface SignInPorts {
  readonly session: Pick<Bridge['session'], 'signIn' | 'trySandbox'>
  /** Organizations of the account that have unsent edits, and how many edits that are. */
  readonly unsent: (
    account: Account | null
  ) => Promise<{ readonly organizations: readonly number[]; readonly count: number }>
  readonly onsignedin: (signedIn: SignedIn & { readonly kind: 'signed-in' }) => void
}

/** The sign-in form: what is typed, what is missing, what the service answered. */
export class SignIn {
  readonly #ports: SignInPorts
  /** The account whose token is renewed; `null` for a new one. */
  readonly account: Account | null
  fields: SignInFields = $state.raw({
    server: documentedServer,
    token: '',
    credential: 'company-token',
    login: '',
    password: '',
    organizationIds: ''
  })
  /** Which button is at work. */
  busy: 'connect' | 'sandbox' | null = $state(null)
  missing: MissingFields = $state.raw({})
  failure: Failure | null = $state.raw(null)
  /** The service does not list organizations: their ids are asked for. */
  idsAsked = $state(false)
  /** The new token does not see these organizations, which have unsent edits. */
  unseen: { readonly organizations: readonly number[]; readonly count: number } | null =
    $state.raw(null)

  constructor(ports: SignInPorts, account: Account | null, prefilledServer: string | null) {
    this.#ports = ports
    this.account = account
    this.fields = {
      ...this.fields,
      server: account?.server ?? prefilledServer ?? documentedServer,
      credential: account?.credential ?? 'company-token',
      login: account?.login ?? '',
      organizationIds: account?.typedOrganizations?.join(', ') ?? ''
    }
    this.idsAsked = account?.typedOrganizations != null
  }

  /** Takes what was typed into one field; its complaint goes. */
  type(change: Partial<SignInFields>): void {
    this.fields = { ...this.fields, ...change }
    this.missing = Object.fromEntries(
      Object.entries(this.missing).filter(([field]) => !(field in change))
    )
  }

  /** Sends the fields, or says what is missing. `evenIfUnseen`: the person was told, and goes on. */
  async connect(evenIfUnseen = false): Promise<void> {
    if (this.busy !== null) return
    this.failure = null
    this.missing = missingIn(this.fields, this.idsAsked)
    if (Object.keys(this.missing).length > 0) return
    this.busy = 'connect'
    try {
      await this.#send(evenIfUnseen)
    } finally {
      this.busy = null
    }
  }

  /** Opens the embedded service. */
  async trySandbox(): Promise<void> {
    if (this.busy !== null) return
    this.busy = 'sandbox'
    this.failure = null
    try {
      const result = await this.#ports.session.trySandbox()
      if (!result.ok) this.failure = result.failure
      else this.#arrived(result.value)
    } finally {
      this.busy = null
    }
  }

  /** Goes back to the form, to use another token. */
  forgetUnseen(): void {
    this.unseen = null
  }

  async #send(evenIfUnseen: boolean): Promise<void> {
    const { organizations, count } = await this.#ports.unsent(this.account)
    const about = { accountId: this.account?.id ?? null, needed: organizations, evenIfUnseen }
    const result = await this.#ports.session.signIn(formOf(this.fields, about))
    if (!result.ok) this.#refused(result.failure)
    else if (result.value.kind === 'unseen')
      this.unseen = { organizations: result.value.organizations, count }
    else this.#arrived(result.value)
  }

  #refused(failure: Failure): void {
    this.failure = failure
    if (failure.kind === 'organizations-not-offered' || failure.kind === 'organization-ids')
      this.idsAsked = true
  }

  #arrived(signedIn: SignedIn): void {
    this.fields = { ...this.fields, token: '', password: '' }
    this.unseen = null
    if (signedIn.kind === 'signed-in') this.#ports.onsignedin(signedIn)
  }
}
