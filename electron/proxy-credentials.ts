/** `user:password` for a proxy, where the environment names it with them; `null` otherwise. */
export function proxyCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  host: string,
  port: number
): string | null {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
  for (const name of names) {
    const address = environment[name]
    if (!address || !URL.canParse(address)) continue
    const url = new URL(address)
    const ownPort = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
    if (url.hostname === host && ownPort === port && url.username !== '')
      return `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  }
  return null
}
