/** What the command line asks for; every other argument is the runtime's own. */
export interface LaunchOptions {
  /** Folder for everything the app keeps; `null` for the system's usual one. */
  readonly userDataDir: string | null
  /** Server whose account to open, or to prefill the sign-in with; as typed. */
  readonly server: string | null
  /** Straight into the embedded service. */
  readonly trySandbox: boolean
}

/** Reads the command line; of repeated options the last counts. */
export function parseLaunchOptions(argv: readonly string[]): LaunchOptions {
  return {
    userDataDir: valueOf(argv, 'user-data-dir'),
    server: valueOf(argv, 'server'),
    trySandbox: argv.includes('--try')
  }
}

function valueOf(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`
  const value = argv
    .findLast((argument) => argument.startsWith(prefix))
    ?.slice(prefix.length)
    .trim()
  return value ? value : null
}
