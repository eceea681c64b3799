import { session } from 'electron'
import { measurePace } from './pace.ts'
import { openStage } from './stage.ts'

openStage(() => session.defaultSession.protocol)
// What the driver calls from outside.
Object.assign(globalThis, { measurePace })
