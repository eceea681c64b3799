import { isLoopback } from './chathub/address.ts'

/**
 * Where the window's page comes from. The databases of the window belong to this origin and partition:
 * changing any of the three loses every stored edit.
 */
export const appScheme = 'app'
export const appHost = 'switchboard'
export const appPartition = 'persist:switchboard'

/** The address of the window's page. */
export const appPage = `${appScheme}://${appHost}/index.html`

/** Protocol and host of a page, compared as one; Node gives no `origin` for schemes of one's own. */
export interface PageOrigin {
  readonly protocol: string
  readonly host: string
}

/** The origin of the built page. */
export const appOrigin: PageOrigin = { protocol: `${appScheme}:`, host: appHost }

/**
 * The page that the window loads: the built one, or a development server's, which is taken from
 * `devServer` (an address) only when the app is not packaged and the server is on this machine.
 */
export function pageOf(
  devServer: string | undefined,
  packaged: boolean
): { readonly url: string; readonly origin: PageOrigin; readonly development: boolean } {
  const url = devServer && !packaged && URL.canParse(devServer) ? new URL(devServer) : null
  if (url?.protocol === 'http:' && isLoopback(url.hostname)) {
    return { url: url.href, origin: { protocol: url.protocol, host: url.host }, development: true }
  }
  return { url: appPage, origin: appOrigin, development: false }
}

/** Whether an address lies within an origin. */
export function isWithin(url: string, origin: PageOrigin): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === origin.protocol && host === origin.host
}
