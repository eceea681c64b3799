/** The native frame: menu, notifications, dialogs of the system. */
export const frame = {}
