/** Dialogs, the outbox, toasts, panels. */
export const views = {}
