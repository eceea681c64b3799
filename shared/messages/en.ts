import { failures } from './en/failures.ts'
import { format } from './en/format.ts'
import { frame } from './en/frame.ts'
import { grid } from './en/grid.ts'
import { onboarding } from './en/onboarding.ts'
import { session } from './en/session.ts'
import { views } from './en/views.ts'

/** English. Every other language satisfies its type, so that a missing text does not compile. */
export const en = { failures, format, frame, grid, onboarding, session, views }
