import type { AccountId, Credential, SignInForm } from '../../shared/account.ts'

/** The documented address of the service. */
export const documentedServer = 'https://chatapi.smsbat.com'

/** What a person has typed at the sign-in. */
export interface SignInFields {
  readonly server: string
  readonly token: string
  readonly credential: Credential
  readonly login: string
  readonly password: string
  readonly organizationIds: string
}

/** What is missing, by field: a key of the catalogue's `missing` texts. */
export type MissingFields = Partial<
  Record<
    Exclude<keyof SignInFields, 'credential'>,
    'server' | 'credentials' | 'both' | 'login' | 'password' | 'organizationIds'
  >
>

/**
 * What is missing before the fields can be sent; empty where nothing is. `idsAsked`: whether the field for
 * organization ids is shown. A token and a password at once are a question too:
 * nothing is guessed. (A login alone may stand there from the last time.)
 */
export function missingIn(fields: SignInFields, idsAsked: boolean): MissingFields {
  return {
    ...(blank(fields.server) ? { server: 'server' } : {}),
    ...missingCredentials(fields),
    ...(idsAsked && blank(fields.organizationIds) ? { organizationIds: 'organizationIds' } : {})
  } satisfies MissingFields
}

function missingCredentials(fields: SignInFields): MissingFields {
  const [token, login, password] = [
    !blank(fields.token),
    !blank(fields.login),
    fields.password !== ''
  ]
  if (token) return password ? { token: 'both' } : {}
  if (!login && !password) return { token: 'credentials' }
  if (!login) return { login: 'login' }
  return password ? {} : { password: 'password' }
}

function blank(text: string): boolean {
  return text.trim() === ''
}

/** The form that crosses to the main process. */
export function formOf(
  fields: SignInFields,
  about: { accountId: AccountId | null; needed: readonly number[]; evenIfUnseen: boolean }
): SignInForm {
  return { ...fields, ...about }
}
