import type { Notice } from '../shared/ipc.ts'
import type { Messages } from '../shared/messages/messages.ts'

/** What the window's queue holds. */
export interface Waiting {
  /** Edits on their way to the service. */
  readonly unsent: number
  /** Edits that wait for a person. */
  readonly asking: number
  /** The queue is at work. */
  readonly sending: boolean
}

/** What quitting says of the queue: what stays is sent at the next start, or waits for a person; `null` where nothing does. */
export function whatStays(
  { unsent, asking }: Waiting,
  texts: Messages['frame']['quitting']
): Notice | null {
  if (unsent + asking === 0) return null
  const body = [
    ...(unsent > 0 ? [texts.queued(unsent)] : []),
    ...(asking > 0 ? [texts.asking(asking)] : [])
  ]
  return { title: texts.title, body: body.join(' ') }
}

/** What closing the window means. */
export type Closing = 'hide' | 'quit' | 'close'

/** How things stand when a person closes the window. */
export interface AtClosing {
  readonly platform: NodeJS.Platform
  readonly quitting: boolean
  /** The queue is at work. */
  readonly sending: boolean
}

/**
 * Closing hides the window where apps go on without one (macOS), and while edits are being sent; otherwise
 * it quits. While the app quits, it closes.
 */
export function onClosing({ platform, quitting, sending }: AtClosing): Closing {
  if (quitting) return 'close'
  return platform === 'darwin' || sending ? 'hide' : 'quit'
}

/** What quitting needs. */
export interface QuitPorts {
  /** Tells the window to start nothing new. */
  readonly announce: () => void
  /** Resolves once nothing is in flight any more, at the latest after its own limit. */
  readonly calm: () => Promise<void>
  /** Says what stays queued, where something does. */
  readonly sayWhatStays: () => void
  /** Stops what was started; must not take long. */
  readonly stop: () => Promise<void>
  /** Asks the app to quit, this time for good. */
  readonly quit: () => void
}

/** Quitting: never asks, never hangs. */
export interface Quitting {
  readonly begun: () => boolean
  /** To be asked on every `before-quit`; `wait` means that the app will be asked to quit again. */
  readonly beforeQuit: () => 'go' | 'wait'
}

/** Builds the way out: announce, finish what is in flight, say what stays, stop, go. */
export function createQuitting(ports: QuitPorts): Quitting {
  let stage: 'running' | 'finishing' | 'finished' = 'running'
  const finish = async (): Promise<void> => {
    ports.announce()
    try {
      await ports.calm()
      ports.sayWhatStays()
      await ports.stop()
    } finally {
      stage = 'finished'
      ports.quit()
    }
  }
  return {
    begun: () => stage !== 'running',
    beforeQuit() {
      if (stage === 'finished') return 'go'
      if (stage === 'running') {
        stage = 'finishing'
        void finish()
      }
      return 'wait'
    }
  }
}
