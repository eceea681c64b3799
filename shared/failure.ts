import { never } from './never.ts'
import type { Fault } from './validation.ts'

/**
 * Why something that was expected to be able to fail did. Every kind has its own words in every language.
 * The first group says what is known about a request to the service; nothing searches a message's text.
 */
export type Failure =
  /** Nothing left this machine: the connection (for TLS: the handshake) was never made. */
  | {
      readonly kind: 'unreachable'
      readonly cause: 'refused' | 'dns' | 'tls' | 'proxy' | 'timeout' | 'network'
      readonly code: string
    }
  /** It was taken back while it was still in line: nothing left this machine. */
  | { readonly kind: 'recalled' }
  /** The request left, or may have; no whole reply came. */
  | { readonly kind: 'lost'; readonly cause: 'timeout' | 'reset'; readonly code: string }
  /** A success status whose body is not what the documentation says. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly words: string }
  /** A network's sign-in page answered in the service's place. */
  | { readonly kind: 'portal'; readonly status: number }
  /** The service refused. `words` is what it said, whatever its form; empty where it said nothing. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly words: string
      readonly retryAfterMs: number | null
    }
  /** No token is at hand for the account. */
  | { readonly kind: 'signed-out' }
  /** The service does not offer the list of organizations to this token: their ids must be typed. */
  | { readonly kind: 'organizations-not-offered' }
  | { readonly kind: 'address'; readonly fault: 'missing' | 'malformed' | 'insecure' }
  | { readonly kind: 'credentials-missing' }
  | { readonly kind: 'organization-ids'; readonly text: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  /** Something could not be stored; nothing was accepted. */
  | {
      readonly kind: 'not-stored'
      /** `newer`: a later version of the program wrote what is there. */
      readonly cause: 'disk-full' | 'read-only' | 'newer' | 'other'
      readonly place: 'outbox' | 'journal' | 'settings' | 'cache' | 'imports' | 'file'
      readonly code: string
    }
  /** The sandbox could not start. */
  | { readonly kind: 'sandbox'; readonly code: string }

/** Whether a failed request can have had an effect at the service: only then must it be looked up before any repeat. */
export function mayHaveApplied(failure: Failure): boolean {
  switch (failure.kind) {
    case 'lost':
    case 'unreadable':
    case 'portal':
      return true
    case 'refused':
      return failure.status >= 500 || failure.status < 400
    case 'unreachable':
    case 'recalled':
    case 'signed-out':
    case 'organizations-not-offered':
    case 'address':
    case 'credentials-missing':
    case 'organization-ids':
    case 'faults':
    case 'not-stored':
    case 'sandbox':
      return false
    default:
      return never(failure)
  }
}
