import type { Status } from './operator.ts'

/** An entry's own id: random, made when the edit is accepted, never reused. */
export type EntryId = string

/** An operator as an edit names it: one that the service knows, or one that an earlier entry will create. */
export type OperatorRef =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'created-by'; readonly entryId: EntryId }

/** What a person wants. */
export type Edit =
  | {
      readonly kind: 'add'
      readonly organizationId: number
      readonly name: string
      /** The person knows that the name exists and wants another one all the same. */
      readonly addAnyway: boolean
    }
  | {
      readonly kind: 'set-status'
      readonly organizationId: number
      readonly operator: OperatorRef
      /** The operator's name as the person saw it. */
      readonly name: string
      /** The status that the person saw. */
      readonly from: Status
      readonly to: Status
      /** Wait until this entry has created its operator ("Correct name": the old one goes once the new one exists). */
      readonly after: EntryId | null
    }

/** An edit accepted into the outbox; what never changes about an entry. Both durable places keep it. */
export interface AcceptedEdit {
  readonly id: EntryId
  readonly edit: Edit
  /** Position in the queue: increases by one with every accepted edit of the account. */
  readonly order: number
  /** Wall clock, ms since 1970. */
  readonly queuedAt: number
  /** One action of a person: undone as one. */
  readonly actionId: string
}
