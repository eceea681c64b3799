import { failures } from './he/failures.ts'
import { format } from './he/format.ts'
import { frame } from './he/frame.ts'
import { grid } from './he/grid.ts'
import { onboarding } from './he/onboarding.ts'
import { session } from './he/session.ts'
import { views } from './he/views.ts'
import type { Messages } from './messages.ts'

/** Hebrew. Commands are nouns and infinitives, which address nobody as a man or a woman. */
export const he = { failures, format, frame, grid, onboarding, session, views } satisfies Messages
