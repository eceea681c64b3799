import { Agent } from 'node:http'
import type { Socket } from 'node:net'
import { ok, type Result } from '../../shared/result.ts'
import type { Unanswered } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Open } from './connection.ts'

/** A connection that was idle for longer carries no request any more, ms: the server may be closing it. */
const longestIdleMs = 1_000

/** One open connection; carries one request at a time. */
export interface Line {
  /** For `http.request`: hands out this connection alone, and never opens another. */
  readonly agent: Agent
  readonly socket: Socket
  /** Whether it may carry a request right now. */
  readonly fresh: () => boolean
  /** Gives it back without having used it. */
  readonly release: () => void
}

/** Connections kept for the next request. */
export interface Lines {
  /** A connection that may carry a request at once: a fresh idle one, or a new one. */
  readonly take: (url: URL, timeoutMs: number) => Promise<Result<Line, Unanswered>>
  /** Destroys them all. */
  readonly close: () => void
}

/** Builds the pool over `open`. */
export function createLines(open: Open, clock: Clock): Lines {
  const lines = new Set<KeptLine>()

  const connect = async (url: URL, timeoutMs: number): Promise<Result<Line, Unanswered>> => {
    const socket = await open(url, timeoutMs)
    if (!socket.ok) return socket
    const line = new KeptLine(url.origin, socket.value, clock)
    lines.add(line)
    // Whoever uses the line listens for itself; an idle connection's error only ends it.
    socket.value.on('error', () => undefined)
    socket.value.on('close', () => lines.delete(line))
    return ok(line)
  }

  return {
    take: async (url, timeoutMs) => {
      const idle = [...lines].filter(
        (line) => line.origin === url.origin && line.idle && line.fresh()
      )
      const latest = idle.sort((a, b) => b.idleSince - a.idleSince)[0]
      if (latest === undefined) return connect(url, timeoutMs)
      latest.idle = false
      return ok(latest)
    },
    close: () => {
      for (const { socket } of lines) socket.destroy()
    }
  }
}

class KeptLine extends Agent implements Line {
  readonly agent: Agent
  readonly origin: string
  readonly socket: Socket
  idle = false
  idleSince: number
  private handedOut = false
  private readonly clock: Clock
  private forget: () => void = () => undefined

  constructor(origin: string, socket: Socket, clock: Clock) {
    super({ keepAlive: true })
    this.agent = this
    this.origin = origin
    this.socket = socket
    this.clock = clock
    this.idleSince = clock.monotonic()
  }

  override createConnection(): Socket {
    // A second time would mean that the connection is gone: nothing may quietly replace it.
    if (this.handedOut) throw new Error('The connection is gone')
    this.handedOut = true
    return this.socket
  }

  override keepSocketAlive(): boolean {
    this.release()
    return true
  }

  release(): void {
    this.idle = true
    this.idleSince = this.clock.monotonic()
    this.forget()
    this.forget = this.clock.after(longestIdleMs + 1, () => {
      if (this.idle && !this.fresh()) this.socket.destroy()
    })
  }

  fresh(): boolean {
    const { destroyed, writable, readableEnded } = this.socket
    return (
      !destroyed &&
      writable &&
      !readableEnded &&
      this.clock.monotonic() - this.idleSince <= longestIdleMs
    )
  }
}
