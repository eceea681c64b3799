import * as v from 'valibot'
import { frameCommands, windowCommands } from '../shared/commands.ts'
import type { Contract } from '../shared/ipc.ts'
import { attempt, attemptIds, instant, journalRecord, ownId, serviceId } from './inputs-outbox.ts'
import { settingsChange } from './settings-shape.ts'

/** For every call of the contract a parser of its arguments; one that is missing or wrong does not compile. */
export type Inputs = {
  readonly [Topic in keyof Contract]: {
    readonly [Call in keyof Contract[Topic]]: Contract[Topic][Call] extends (
      ...args: infer Args
    ) => unknown
      ? v.GenericSchema<unknown, Args>
      : never
  }
}

const line = v.pipe(v.string(), v.maxLength(4_096))
const paragraph = v.pipe(v.string(), v.maxLength(65_536))
const document = v.pipe(v.string(), v.maxLength(64_000_000))
const urgency = v.picklist(['person', 'outbox', 'background'])
const none = v.strictTuple([])
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const signInForm = v.strictObject({
  accountId: v.nullable(ownId),
  server: line,
  token: paragraph,
  credential: v.picklist(['company-token', 'dashboard-key']),
  login: line,
  password: line,
  organizationIds: paragraph,
  needed: v.pipe(v.array(serviceId), v.maxLength(10_000)),
  evenIfUnseen: v.boolean()
})

const windowCommand = v.picklist(windowCommands)
const frameCommand = v.picklist(frameCommands)

/** The parsers. Sizes are bounded, far above anything that the window sends. */
export const inputs: Inputs = {
  session: {
    start: none,
    signIn: v.strictTuple([signInForm]),
    trySandbox: none,
    open: v.strictTuple([ownId]),
    signOut: v.strictTuple([ownId, v.boolean()])
  },
  operators: {
    organizations: v.strictTuple([ownId, urgency]),
    list: v.strictTuple([ownId, serviceId, urgency]),
    chats: v.strictTuple([ownId, serviceId, serviceId, v.picklist([0, 1, 2, 3, 4])]),
    copyToken: v.strictTuple([ownId, serviceId, instant])
  },
  courier: {
    recover: v.strictTuple([ownId, v.nullable(ownId)]),
    record: v.strictTuple([ownId, v.array(journalRecord)]),
    send: v.strictTuple([ownId, attempt]),
    recall: v.strictTuple([ownId, v.nullable(attemptIds)]),
    restart: v.strictTuple([ownId, ownId, v.array(journalRecord)])
  },
  settings: { change: v.strictTuple([settingsChange]) },
  sandbox: { simulateOutage: v.strictTuple([v.boolean()]), reset: none },
  frame: {
    ready: none,
    probe: v.strictTuple([ownId]),
    notify: v.strictTuple([v.strictObject({ title: line, body: line })]),
    badge: v.strictTuple([count, count, v.boolean()]),
    saveFile: v.strictTuple([line, v.pipe(v.instance(Uint8Array), v.maxLength(512_000_000))]),
    copy: v.strictTuple([document, v.nullable(document)]),
    logError: v.strictTuple([paragraph, paragraph]),
    enable: v.strictTuple([v.pipe(v.array(windowCommand), v.maxLength(64))]),
    carryOut: v.strictTuple([frameCommand]),
    setDatabasesAside: none
  }
}
