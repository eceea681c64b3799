import { failures } from './uk/failures.ts'
import { format } from './uk/format.ts'
import { frame } from './uk/frame.ts'
import { grid } from './uk/grid.ts'
import { onboarding } from './uk/onboarding.ts'
import { session } from './uk/session.ts'
import { views } from './uk/views.ts'
import type { Messages } from './messages.ts'

/** Ukrainian. Commands are infinitives, requests the polite imperative. */
export const uk = { failures, format, frame, grid, onboarding, session, views } satisfies Messages
