import { format } from './format.ts'

/** The native frame: menu, notifications, dialogs of the system. */
export const frame = {
  menu: {
    file: '&File',
    addOperators: 'Add operators…',
    import: 'Import…',
    switchAccount: 'Switch account…',
    signOut: 'Sign out…',
    settings: 'Settings…',
    quit: 'Quit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    find: 'Find…',
    operators: '&Operators',
    activate: 'Activate',
    deactivate: 'Deactivate',
    delete: 'Delete…',
    correctName: 'Correct name…',
    view: '&View',
    refresh: 'Refresh',
    outbox: 'Outbox',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developerTools: 'Developer tools',
    window: '&Window',
    minimize: 'Minimize',
    bringAllToFront: 'Bring all to front',
    services: 'Services',
    hide: 'Hide Switchboard',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    help: '&Help',
    shortcuts: 'Keyboard shortcuts',
    documentation: 'ChatHub documentation',
    logFolder: 'Open the log folder',
    about: 'About Switchboard'
  },
  about: {
    credits: 'Manages the chat operators of ChatHub organizations.',
    runtime: (electron: string, chromium: string, node: string) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node}`
  },
  quitting: {
    title: 'Switchboard has quit',
    queued: (count: number) =>
      format.plural(count, {
        one: 'One edit stays queued. It will be sent when Switchboard runs again.',
        other: '{n} edits stay queued. They will be sent when Switchboard runs again.'
      }),
    asking: (count: number) =>
      format.plural(count, {
        one: 'One edit needs you. It is kept until you decide.',
        other: '{n} edits need you. They are kept until you decide.'
      })
  },
  stillSending: {
    title: 'Switchboard is still sending',
    text: 'Its window is closed; it quits by itself once everything is sent.'
  },
  badge: (count: number) =>
    format.plural(count, { one: 'One edit waits', other: '{n} edits wait' }),
  saveTitle: 'Save as',
  crash: {
    title: 'The window stopped working',
    text: 'It stopped twice in a row. Nothing that was queued is lost.',
    detail:
      'Open it again, or quit and start Switchboard later. The log folder holds what is known about it.',
    openAgain: 'Open it again',
    openLogs: 'Open the log folder',
    quit: 'Quit'
  }
}
