/** Switches of Chromium that would let another program read or steer the window, or weaken its connections. */
const dangerous = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'disable-web-security',
  'disable-site-isolation-trials',
  'host-rules',
  'host-resolver-rules',
  'load-extension',
  'js-flags',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'log-net-log',
  'ssl-key-log-file',
  'no-sandbox'
] as const

/** How the app was started. */
export interface StartedAs {
  readonly packaged: boolean
  /** An inspector is open, which in packaged builds needs a fuse that only the copy under test has. */
  readonly inspected: boolean
}

/** Which switches must be removed before anything starts: none in development or under test. */
export function refusedSwitches({ packaged, inspected }: StartedAs): readonly string[] {
  return packaged && !inspected ? dangerous : []
}
