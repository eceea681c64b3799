/** Signing in, accounts, being online, settings. */
export const session = {}
