const hosts: ReadonlySet<string> = new Set(['smsbat.com', 'help.smsbat.com'])

/** Whether an address may be handed to the system's browser: https, on a host of the vendor's, without credentials. */
export function isAllowedPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  const bare = port === '' && username === '' && password === ''
  return protocol === 'https:' && hosts.has(hostname) && bare
}
