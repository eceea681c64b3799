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
      const handler = entryOf<Handler>(handlers, topic, call)
      const input = entryOf<v.GenericSchema<unknown, readonly unknown[]>>(inputs, topic, call)
      ipcMain.handle(channelOf(topic, call), (event, ...args: unknown[]) =>
        dispatch({ name: channelOf(topic, call), handler, input }, args, event, border)
      )
    }
  }
}

function entryOf<T>(table: object, topic: string, call: string): T {
  return (table as Record<string, Record<string, T>>)[topic]![call]!
}

interface Route {
  readonly name: string
  readonly handler: Handler
  readonly input: v.GenericSchema<unknown, readonly unknown[]>
}

async function dispatch(
  route: Route,
  args: readonly unknown[],
  event: IpcMainInvokeEvent,
  border: Border
): Promise<unknown> {
  const sender = { contents: event.sender, frame: event.senderFrame }
  if (!isTrusted(sender, border.contents(), border.origin)) {
    border.report(`${route.name}: refused a foreign sender`, null)
    throw new Error('Refused')
  }
  const parsed = v.safeParse(route.input, args)
  if (!parsed.success) {
    // Only where and what was expected: the value itself may be a secret.
    border.report(
      `${route.name}: malformed arguments`,
      parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.expected ?? issue.type}`)
    )
    throw new Error(`Malformed arguments: ${route.name}`)
  }
  try {
    return await route.handler(...parsed.output)
  } catch (error) {
    border.report(`${route.name}: a bug in its handler`, error)
    throw new Error(`A bug in ${route.name}; the log has it.`)
  }
}
