/** Every moment at which a process can die with something half done. */
export const labels = [
  'intent',
  'intent-synced',
  'bytes',
  'reply',
  'outcome',
  'outcome-synced',
  'record',
  'record-synced',
  'recover',
  'restart',
  'restart-synced'
] as const

/** One such moment. */
export type Label = (typeof labels)[number]
