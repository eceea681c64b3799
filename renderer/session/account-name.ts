import type { Account } from '../../shared/account.ts'

/** What tells accounts apart: the login where there is one, and the server's host. `sandbox`: its name in the person's language. */
export function accountName(
  account: Account,
  sandbox: string
): { readonly name: string; readonly place: string } {
  if (account.kind === 'sandbox') return { name: sandbox, place: '' }
  const host = hostOf(account.server)
  return account.login ? { name: account.login, place: host } : { name: host, place: '' }
}

function hostOf(server: string): string {
  return URL.canParse(server) ? new URL(server).host : server
}
