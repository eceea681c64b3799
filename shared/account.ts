/** An account's own id: random, made at the first sign-in, kept for ever. The sandbox's is fixed. */
export type AccountId = string

/** The one account of the embedded ChatHub, whatever port it listens on. */
export const sandboxAccountId: AccountId = 'sandbox'

/** How a token is presented: a company token as `Authorization: Bearer`, a dashboard key as `X-Authorization-Key`. */
export type Credential = 'company-token' | 'dashboard-key'

/** What is kept of a sign-in; the token itself rests in the keychain. */
export interface Account {
  readonly id: AccountId
  readonly kind: 'service' | 'sandbox'
  /** Base URL without a trailing slash. */
  readonly server: string
  readonly credential: Credential
  /** The login it was signed in with, where it was one; shown to tell accounts apart. */
  readonly login: string | null
  /** Organizations typed by the person where the service does not list them; `null` where it does. */
  readonly typedOrganizations: readonly number[] | null
  /** Whether a token is at hand. */
  readonly signedIn: boolean
}

/** Where the token of the open account rests: `memory` means until the app quits, because there is no usable keychain. */
export type TokenPlace =
  | { readonly kind: 'keychain' }
  | { readonly kind: 'memory'; readonly why: 'locked' | 'unavailable'; readonly detail: string }

/** What a person filled in to sign in. It crosses to the main process once and is not kept in the window. */
export interface SignInForm {
  /** The account to renew, or `null` to sign in to a new one. */
  readonly accountId: AccountId | null
  readonly server: string
  readonly token: string
  readonly credential: Credential
  readonly login: string
  readonly password: string
  /** Organization ids as typed, where the service does not list them; else empty. */
  readonly organizationIds: string
  /** Organizations that have unsent edits in this account. */
  readonly needed: readonly number[]
  /** The person was told which of them the new token cannot see, and goes on. */
  readonly evenIfUnseen: boolean
}

/** What came of a sign-in. `unseen`: the new token does not see organizations that have unsent edits; nothing changed yet. */
export type SignedIn =
  | { readonly kind: 'signed-in'; readonly account: Account; readonly place: TokenPlace }
  | { readonly kind: 'unseen'; readonly organizations: readonly number[] }
