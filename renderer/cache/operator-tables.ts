import Dexie, { type Table } from 'dexie'
import type { AccountId } from '../../shared/account.ts'
import type { KnownOrganizations } from './operator-cache.ts'
import type { NamePack, StatusPack } from './operator-packs.ts'
import type { StatusRecord } from './status-records.ts'
import type { DeltaRecord, ListRecord } from './operator-records.ts'
import { neverNewer } from './never-newer.ts'

/** The database of one account's lists. Versions are only ever appended: what people have on disk must stay readable. */
export class OperatorDatabase extends Dexie {
  declare readonly namePacks: Table<NamePack, [number, number]>
  declare readonly statusPacks: Table<StatusPack, [number, number]>
  declare readonly deltas: Table<DeltaRecord, [number, number]>
  declare readonly lists: Table<ListRecord, number>
  declare readonly organizations: Table<KnownOrganizations & { readonly key: 'seen' }, string>
  declare readonly seenStatuses: Table<
    StatusRecord,
    [organizationId: number, at: number, count: number]
  >
  declare readonly drafts: Table<{ readonly form: string; readonly text: string }, string>

  constructor(accountId: AccountId) {
    super(`operators-${accountId}`, neverNewer())
    this.version(1).stores({
      namePacks: '[organizationId+pack]',
      statusPacks: '[organizationId+pack]',
      lists: 'organizationId',
      organizations: 'key',
      drafts: 'form'
    })
    this.version(2)
      .stores({ deltas: '[organizationId+number]' })
      .upgrade((transaction) =>
        transaction
          .table<ListRecord>('lists')
          .toCollection()
          .modify((list) => {
            Object.assign(list, { rows: list.count, ...noDeltas })
          })
      )
    // What lists showed that others changed; nothing is known of it from before.
    this.version(3).stores({ seenStatuses: '[organizationId+at+count]' })
  }
}

/** Nothing rests beside the packs. */
export const noDeltas = { deltas: 0, deltaRows: 0 } as const
