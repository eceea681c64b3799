import type { Failure } from '../../shared/failure.ts'

/** A whole HTTP answer, before anything is made of it. */
export interface RawAnswer {
  readonly status: number
  readonly contentType: string
  readonly location: string
  /** As the header gives it: seconds or a date. */
  readonly retryAfter: string
  readonly body: Uint8Array
}

/** An answer as text, with what its headers mean: what the journal keeps of it. */
export interface Answer {
  readonly kind: 'answered'
  readonly status: number
  readonly body: string
  readonly contentType: string
  readonly retryAfterMs: number | null
  /** A network's sign-in page answered in the service's place. */
  readonly portal: boolean
}

/** Why a request got no answer: it could not be sent, was never sent, or its reply was lost. */
export type Unanswered = Extract<
  Failure,
  {
    kind:
      | 'unreachable'
      | 'recalled'
      | 'lost'
      | 'unreadable'
      | 'signed-out'
      | 'credentials-missing'
      | 'address'
  }
>

/** What came of sending an attempt: an answer, not yet parsed, or why there is none. */
export type Delivery = Answer | { readonly kind: 'failed'; readonly failure: Unanswered }

/** Decodes an answer. `now`: wall clock, ms, for a Retry-After that is a date. */
export function answerOf(raw: RawAnswer, host: string, now: number): Answer {
  const body = new TextDecoder().decode(raw.body)
  return {
    kind: 'answered',
    status: raw.status,
    body,
    contentType: raw.contentType,
    retryAfterMs: retryAfterMs(raw.retryAfter, now),
    portal: isPortal(raw, host, body)
  }
}

/** Milliseconds to wait, from the header's seconds or HTTP date; `null` where it says nothing usable. */
export function retryAfterMs(header: string, now: number): number | null {
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1_000
  const date = text === '' ? NaN : Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/**
 * Whether the answer is a captive portal's: 511, a redirect to another host, or a page where the service
 * would have sent data. An error page with an error status is the service's own, or its proxy's.
 */
function isPortal(raw: RawAnswer, host: string, body: string): boolean {
  if (raw.status === 511) return true
  if (raw.status >= 300 && raw.status < 400) return leadsElsewhere(raw.location, host)
  const page =
    raw.contentType.toLowerCase().includes('text/html') || /^\s*<(!doctype\s+)?html/i.test(body)
  return raw.status >= 200 && raw.status < 300 && page && body.trim() !== ''
}

function leadsElsewhere(location: string, host: string): boolean {
  if (!URL.canParse(location)) return false
  return new URL(location).host !== host
}
