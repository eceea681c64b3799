import type { Failure } from '../failure.ts'
import { never } from '../never.ts'
import { longestName, type Fault } from '../validation.ts'
import type { Messages } from './messages.ts'

/** A failure in a person's words. `detail`: what the service said, or a code; empty where there is none. */
export interface Explanation {
  readonly what: string
  readonly means: string
  readonly todo: string
  readonly detail: string
}

type Texts = Messages['failures']

/** Words for any failure, in the language of `texts`. */
export function explain(failure: Failure, texts: Texts): Explanation {
  return { ...wordsOf(failure, texts), detail: detailOf(failure, texts) }
}

function wordsOf(failure: Failure, texts: Texts): Omit<Explanation, 'detail'> {
  switch (failure.kind) {
    case 'unreachable':
      return texts.unreachable[failure.cause]
    case 'recalled':
      return texts.recalled
    case 'lost':
      return texts.lost[failure.cause]
    case 'unreadable':
      return texts.unreadable
    case 'portal':
      return texts.portal
    case 'refused':
      return texts.refused[refusal(failure.status)]
    case 'signed-out':
      return texts.signedOut
    case 'organizations-not-offered':
      return texts.organizationsNotOffered
    case 'address':
      return texts.address[failure.fault]
    case 'credentials-missing':
      return texts.credentialsMissing
    case 'organization-ids':
      return texts.organizationIds
    case 'faults':
      return texts.faults
    case 'not-stored':
      return texts.notStored[storing[failure.cause]]
    case 'sandbox':
      return texts.sandbox
    default:
      return never(failure)
  }
}

const storing = {
  'disk-full': 'diskFull',
  'read-only': 'readOnly',
  newer: 'newer',
  other: 'other'
} as const

function refusal(status: number): keyof Texts['refused'] {
  if (status >= 500) return 'broken'
  switch (status) {
    case 400:
    case 422:
      return 'invalid'
    case 401:
      return 'token'
    case 403:
      return 'right'
    case 404:
      return 'missing'
    case 405:
    case 415:
      return 'unsupported'
    case 429:
      return 'tooMany'
    default:
      return 'other'
  }
}

function detailOf(failure: Failure, texts: Texts): string {
  switch (failure.kind) {
    case 'refused':
    case 'unreadable':
      return failure.words.trim() === ''
        ? texts.status(failure.status)
        : texts.said(failure.words.trim())
    case 'portal':
      return texts.status(failure.status)
    case 'unreachable':
    case 'lost':
    case 'not-stored':
    case 'sandbox':
      return failure.code === '' ? '' : texts.code(failure.code)
    case 'organization-ids':
      return failure.text
    default:
      return ''
  }
}

/** Words for a fault of a name, by its line in the input, from 1. */
export function explainFault(fault: Fault, texts: Texts): string {
  const line = fault.index + 1
  switch (fault.kind) {
    case 'organization-missing':
      return texts.fault.organizationMissing(line)
    case 'name-missing':
      return texts.fault.nameMissing(line)
    case 'name-too-long':
      return texts.fault.nameTooLong(line, fault.length, longestName)
    default:
      return never(fault)
  }
}
