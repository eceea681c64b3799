import { shell } from 'electron'

/** The only pages that the app opens in a browser. */
const pages = {
  documentation: 'https://smsbat.com/help/api/chathub/operator-token/'
} as const

const hosts: ReadonlySet<string> = new Set(['smsbat.com', 'help.smsbat.com'])

/** Whether an address may be handed to the system's browser: https, on a host of the vendor's, without credentials. */
export function isAllowedPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return (
    protocol === 'https:' &&
    hosts.has(hostname) &&
    port === '' &&
    username === '' &&
    password === ''
  )
}

/** Opens one of the known pages in the system's browser. */
export function openPage(page: keyof typeof pages): void {
  const address = pages[page]
  if (isAllowedPage(address)) void shell.openExternal(address)
}
