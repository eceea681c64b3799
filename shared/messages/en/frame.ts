import { format } from './format.ts'

/** The native frame: menu, notifications, dialogs of the system. */
export const frame = {
  menu: {
    file: '&File',
    edit: '&Edit',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    operators: '&Operators',
    view: '&View',
    outbox: 'Out&box',
    export: 'Export',
    appearance: 'Appearance',
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
    /** By command: in the menu, in the palette, on the sheet of shortcuts. */
    commands: {
      'add-operators': 'Add operators…',
      import: 'Import…',
      'export-list': 'Export the list as CSV…',
      'export-list-workbook': 'Export the list as Excel…',
      'export-selection': 'Export the selection as CSV…',
      'export-selection-workbook': 'Export the selection as Excel…',
      'switch-account': 'Switch account…',
      'sign-out': 'Sign out…',
      'show-settings': 'Settings…',
      quit: 'Quit',
      undo: 'Undo',
      'select-all': 'Select all',
      find: 'Find…',
      'clear-filter': 'Clear search and filter',
      'show-details': 'Details',
      activate: 'Activate',
      deactivate: 'Deactivate',
      'correct-name': 'Correct name…',
      delete: 'Delete…',
      'show-palette': 'Command palette…',
      refresh: 'Refresh',
      'show-overview': 'Show or hide the overview',
      'use-light': 'Light colours',
      'use-dark': 'Dark colours',
      'use-system-look': 'Colours of the system',
      'compact-rows': 'Compact rows',
      'comfortable-rows': 'Comfortable rows',
      'zoom-in': 'Zoom in',
      'zoom-out': 'Zoom out',
      'actual-size': 'Actual size',
      'full-screen': 'Full screen',
      'show-outbox': 'Show or hide the outbox',
      'send-now': 'Send now',
      'pause-sending': 'Pause sending',
      'resume-sending': 'Resume sending',
      'show-shortcuts': 'Keyboard shortcuts',
      documentation: 'ChatHub documentation',
      'log-folder': 'Open the log folder',
      about: 'About Switchboard'
    }
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
