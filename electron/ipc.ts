import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import * as v from 'valibot'
import { calls, channelOf, type Handlers } from '../shared/ipc.ts'
import { isWithin, type PageOrigin } from './app-origin.ts'
import { inputs } from './inputs.ts'

/** Who may call: the top frame of one registered page, at one origin. */
export interface Border {
  readonly origin: PageOrigin
  /** The window's page; `null` while there is none. */
  readonly contents: () => WebContents | null
  /** A bug in a handler, or a call that was refused. */
  readonly report: (what: string, error: unknown) => void
}

/** What is known of a sender; a frame that is gone or was navigated away is `null`. */
export interface Sender {
  readonly contents: unknown
  readonly frame: Pick<WebFrameMain, 'url' | 'parent'> | null
}

/** Whether a message comes from the top frame of the registered page, still at its own origin. */
export function isTrusted(sender: Sender, contents: unknown, origin: PageOrigin): boolean {
  if (contents === null || sender.contents !== contents) return false
  return sender.frame !== null && sender.frame.parent === null && isWithin(sender.frame.url, origin)
}

type Handler = (...args: readonly unknown[]) => unknown

/**
 * Answers every call of the contract: the sender is checked, the arguments are parsed, then the handler is
 * asked. Expected failures are its answers; whatever it throws is a bug, reported, and told to the window
 * without its words, which could hold a secret.
 */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  border: Border
): void {
  for (const [topic, names] of Object.entries(calls)) {
    for (const call of Object.keys(names)) {
      const name = channelOf(topic, call)
      const route = {
        name,
        handler: entryOf(handlers, topic, call),
        input: entryOf(inputs, topic, call)
      } as Route
      ipcMain.handle(name, (event, ...args: unknown[]) => {
        if (trusts(event, border)) return dispatch(route, args, border.report)
        border.report(`${name}: refused a foreign sender`, null)
        throw new Error('Refused')
      })
    }
  }
}

function trusts(
  { sender, senderFrame }: IpcMainInvokeEvent,
  { contents, origin }: Border
): boolean {
  return isTrusted({ contents: sender, frame: senderFrame }, contents(), origin)
}

/** The entry of a table for a call. The types of all tables prove that there is one. */
function entryOf(table: object, topic: string, call: string): unknown {
  return (table as Record<string, Record<string, unknown>>)[topic]?.[call]
}

interface Route {
  readonly name: string
  readonly handler: Handler
  readonly input: v.GenericSchema<unknown, readonly unknown[]>
}

async function dispatch(
  { name, handler, input }: Route,
  args: readonly unknown[],
  report: Border['report']
): Promise<unknown> {
  const parsed = v.safeParse(input, args)
  if (!parsed.success) {
    // Only where, and what was expected: the value itself may be a secret.
    const where = parsed.issues.map(
      (issue) => `${v.getDotPath(issue) ?? ''}: ${issue.expected ?? issue.type}`
    )
    report(`${name}: malformed arguments`, where)
    throw new Error(`Malformed arguments: ${name}`)
  }
  try {
    return await handler(...parsed.output)
  } catch (error) {
    report(`${name}: a bug in its handler`, error)
    throw new Error(`A bug in ${name}; the log has it.`)
  }
}
