import type { Result } from '../../shared/result.ts'
import type { IntakeFailure } from './intake-failure.ts'
import type { ImportPorts } from './ports.ts'
import type { Preview } from './reader-calls.ts'
import type { Reader } from './reader-port.ts'
import type { Wishes } from './reading.ts'

/** Has the open file read as a person wishes, with what is remembered of the organization. */
export async function lookAgain(
  reader: Pick<Reader, 'look'>,
  { lists, locale, store }: Pick<ImportPorts, 'lists' | 'locale' | 'store'>,
  { wishes, organizationId }: { readonly wishes: Wishes; readonly organizationId: number | null }
): Promise<Result<Preview, IntakeFailure>> {
  const memory = await store.recall(organizationId ?? 0)
  return reader.look({
    wishes,
    hints: { remembered: memory?.encoding ?? null, locale: locale() },
    organizations: lists.organizations(),
    organizationId,
    remembered: memory?.columns ?? []
  })
}
