import { shell } from 'electron'
import { isAllowedPage } from './allowed-page.ts'

/** The only pages that the app opens in a browser. */
const pages = {
  documentation: 'https://smsbat.com/help/api/chathub/operator-token/'
} as const

/** Opens one of the known pages in the system's browser. */
export function openPage(page: keyof typeof pages): void {
  const address = pages[page]
  if (isAllowedPage(address)) void shell.openExternal(address)
}
