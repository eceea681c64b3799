import { isolate } from '../format.ts'
import { format } from './format.ts'

/** Signing in, accounts, being online, settings. */
export const session = {
  product: 'Switchboard',
  welcome: 'Welcome to Switchboard',
  purpose:
    'Manage the chat operators of your ChatHub organizations, also while the network is down.',
  renewTitle: 'Renew your access',
  renewPurpose: 'The address stays the same. Edits that wait are sent afterwards.',
  addTitle: 'Another account',
  otherAccount: 'Use another account',
  openOffline: 'Open offline',
  storedAccounts: 'Open an account that is stored on this computer',

  serverAddress: 'Server address',
  companyToken: 'Company token',
  companyTokenHint: 'Kept in this computer’s keychain, never in a file.',
  dashboardKey: 'Dashboard key',
  dashboardKeyHint: 'Turn this on for a key pasted from the vendor’s dashboard.',
  or: 'or',
  login: 'Login',
  password: 'Password',
  exchangedHint: 'Exchanged for a token once, never stored.',
  organizationIds: 'Organization ids',
  organizationIdsHint:
    'This server does not list them: type their ids, separated by commas, such as 24, 31.',
  connect: 'Connect',
  trySandbox: 'Try the sandbox',
  sandboxHint: 'A practice service on this computer. No account needed, nothing leaves.',
  back: 'Back',

  missing: {
    server: 'Type the server’s address.',
    credentials: 'Fill in a company token, or login and password.',
    both: 'Use one of the two: clear this, or login and password.',
    login: 'Type your login.',
    password: 'Type your password.',
    organizationIds: 'Type at least one id, such as 24.'
  },
  offlineFirst: {
    what: 'The server cannot be reached.',
    means: 'The first time needs the server; after that Switchboard also works offline.',
    todo: 'Check your network and the address, then press the button again. The sandbox works without a network.'
  },
  unseen: {
    title: 'This token does not see everything',
    text: (names: readonly string[], edits: number) =>
      `${format.plural(edits, { one: 'One unsent edit belongs', other: '{n} unsent edits belong' })} to ${format.list(names.map(isolate))}, which the new token cannot see. They would wait there until a token that can see it is used.`,
    goOn: 'Use it all the same',
    cancel: 'Use another token'
  },

  accounts: 'Accounts',
  accountMenu: (name: string) => `Account: ${isolate(name)}`,
  addAccount: 'Add an account…',
  signOut: 'Sign out…',
  settings: 'Settings…',
  sandboxName: 'Sandbox',
  openSandbox: 'Open the sandbox',
  training: 'Training mode',
  trainingText: 'Everything here happens in a practice service on this computer.',
  simulateOutage: 'Simulate an outage',
  endOutage: 'End the outage',
  reset: 'Reset',
  resetData: 'Reset training data',
  resetAsk: {
    title: 'Start the sandbox anew?',
    text: 'Its operators, your edits to it and their history go back to the beginning. Your other accounts are not touched.',
    yes: 'Start anew',
    no: 'Keep it'
  },
  resetDone: 'The sandbox is back at its beginning.',

  tokenRefused: 'The service does not accept your token any more.',
  tokenRefusedText:
    'Nothing is sent until you renew it. You can go on working: your edits are kept.',
  signedOut: 'You are signed out of this account.',
  signedOutText:
    'You see what was stored on this computer. Edits are kept and sent once you are back.',
  signIn: 'Sign in',
  noKeychain: 'This computer’s keychain cannot be used.',
  keychainLocked: 'This computer’s keychain is locked.',
  noKeychainText:
    'Your token is kept in memory only: you will be asked for it again after Switchboard quits.',
  understood: 'Understood',
  opening: 'Opening…',

  out: {
    title: (name: string) => `Sign out of ${isolate(name)}?`,
    text: 'The token is removed from this computer.',
    unsent: (count: number) =>
      format.plural(count, {
        one: 'One unsent edit is kept and will be sent once you are back in this account.',
        other: '{n} unsent edits are kept and will be sent once you are back in this account.'
      }),
    wipe: 'Also remove everything stored of this account',
    wipeHint:
      'Lists of operators, drafts, imports with their files, the history. None of it is encrypted. Unsent edits stay, and so do the imports that they come from.',
    notWiped:
      'Not everything stored of this account could be removed. Sign in again, then sign out and remove it once more.',
    yes: 'Sign out',
    no: 'Stay'
  },

  connection: {
    region: 'Connection',
    unknown: 'Checking the connection…',
    online: 'Online',
    offline: (since: string) => `Offline since ${since}`,
    nextTry: (wait: string) => `next try in ${wait}`,
    tryNow: 'Try now',
    sending: (done: number, total: number) =>
      `Sending ${format.number(done)} of ${format.number(total)}`,
    left: (time: string) => `about ${time} left`,
    verifying: (wait: string) => `Making sure that nothing is doubled: ${wait}`,
    paused: {
      offline: (waiting: string) => `${waiting} until the service answers`,
      'signed-out': (waiting: string) => `${waiting} until you are signed in`,
      person: (waiting: string) => `Paused by you, ${waiting}`,
      quitting: (waiting: string) => `Quitting, ${waiting} for the next start`,
      'rate-limited': (waiting: string, wait: string) =>
        `The service asked to slow down, ${waiting}; on in ${wait}`,
      refused: (waiting: string, wait: string) =>
        `The organization refuses edits, ${waiting}; next try in ${wait}`,
      storage: (waiting: string) => `Stopped, ${waiting}: storing fails`
    },
    waiting: (count: number) =>
      format.plural(count, { one: 'one edit waits', other: '{n} edits wait' }),
    needsYou: (count: number) =>
      format.plural(count, { one: 'One edit needs you', other: '{n} edits need you' }),
    rejected: (count: number) =>
      format.plural(count, { one: 'One edit rejected', other: '{n} edits rejected' }),
    opening: 'Reading the edits that wait…',
    saved: 'All edits sent',
    asOf: (ago: string) => `list as of ${ago}`
  },

  preferences: {
    title: 'Settings',
    language: 'Language',
    languages: { system: 'System', en: 'English', he: 'עברית', uk: 'Українська' },
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    density: 'Rows',
    densities: { compact: 'Compact', comfortable: 'Comfortable' },
    pace: 'Requests per second',
    paceHint:
      'From 0.1 to 50. The service’s documentation suggests 5; a rate above 50 is refused by it.',
    paceFault: 'A number from 0.1 to 50.',
    settle: 'Settle time, in seconds',
    settleHint:
      'After a lost reply Switchboard looks at the list for this long before it sends again. Longer is safer; 60 is longer than the service’s longest request.',
    settleFault: 'A number of seconds, 0 or more.',
    localData: 'Local data',
    localDataText:
      'Lists of operators are stored on this computer, not encrypted, so that you can work offline.',
    clear: 'Clear local data…',
    clearAsk: {
      title: 'Clear the stored lists?',
      text: 'The lists of this account are removed from this computer and fetched anew. Unsent edits stay.',
      yes: 'Clear',
      no: 'Keep them'
    },
    cleared: 'The stored lists were removed.',
    managed: 'Set by your administrator',
    damaged: 'Your settings file could not be read.',
    damagedText:
      'It was set aside; the last settings that could be read are in use. Your edits are not affected.',
    versions: (app: string, electron: string, chromium: string) =>
      `Switchboard ${app}, Electron ${electron}, Chromium ${chromium}`,
    log: 'Open the log folder',
    done: 'Done'
  }
}
