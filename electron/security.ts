import type { App, Session, WebContents } from 'electron'
import { isWithin, type PageOrigin } from './app-origin.ts'

/** What a page may be granted; everything else is denied. */
export function isPermitted(
  permission: string,
  requestingUrl: string,
  origin: PageOrigin
): boolean {
  return permission === 'persistent-storage' && isWithin(requestingUrl, origin)
}

/** Whether a request of the window may go out at all: only the app's own files, and images inside them. */
export function isOwnRequest(url: string, origin: PageOrigin): boolean {
  if (url.startsWith('data:')) return true
  if (isWithin(url, origin)) return true
  // A development server pushes its changes over a web socket.
  return origin.protocol === 'http:' && isWithin(url, { protocol: 'ws:', host: origin.host })
}

/** Denies a session every permission, device, download and foreign request. */
export function guardSession(session: Session, origin: PageOrigin): void {
  session.setPermissionRequestHandler((...[, permission, grant, { requestingUrl }]) => {
    grant(isPermitted(permission, requestingUrl, origin))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin, origin)
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, grant) => grant({}))
  session.webRequest.onBeforeRequest((request, decide) =>
    decide({ cancel: !isOwnRequest(request.url, origin) })
  )
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Keeps every page where it is: no navigation, redirect, embedded page or new window. `refused` is told which. */
export function guardContents(app: App, origin: PageOrigin, refused: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    stayPut(contents, origin, refused)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
      refused('an embedded page')
    })
    contents.setWindowOpenHandler(() => {
      refused('a new window')
      return { action: 'deny' }
    })
  })
}

function stayPut(contents: WebContents, origin: PageOrigin, refused: (what: string) => void): void {
  // A reload of the window's own page is no navigation away; subframes have none to go to.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isWithin(event.url, origin) && isWithin(contents.getURL(), origin))
      return
    event.preventDefault()
    refused('a navigation')
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    refused('a redirect')
  })
}
