import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { RememberedColumns } from './columns.ts'
import type { Encoding } from './encoding.ts'
import type { Preview } from './reader-calls.ts'

/** What was chosen for an organization's files before; `organizationId` is 0 where none was chosen. */
export interface Memory {
  readonly organizationId: number
  readonly encoding: Encoding | null
  /** The latest last. */
  readonly columns: readonly RememberedColumns[]
}

/** Where such choices are kept. */
export interface ImportMemory {
  recall(organizationId: number): Promise<Memory | null>
  remember(memory: Memory): Promise<Result<null, Failure>>
}

/** Kinds of files whose columns are remembered for each organization. */
const most = 40

/** The memory with one more choice; `encoding` is `null` for a workbook, which has none. */
function withChoice(
  before: Memory | null,
  columns: RememberedColumns,
  encoding: Encoding | null
): Memory {
  const others = (before?.columns ?? []).filter(({ signature }) => signature !== columns.signature)
  return {
    organizationId: columns.organizationId,
    encoding: encoding ?? before?.encoding ?? null,
    columns: [...others, columns].slice(-most)
  }
}

/** What was chosen for a file that is applied now. */
export interface ChosenColumns {
  readonly preview: Pick<Preview, 'how' | 'signature'> | null
  readonly columns: RememberedColumns['columns']
  readonly organizationId: number | null
}

/** Keeps the choices for the next file of this kind. */
export async function rememberChoice(
  store: ImportMemory,
  { preview, columns, organizationId: id }: ChosenColumns
): Promise<void> {
  if (preview === null) return
  const organizationId = id ?? 0
  const { how, signature } = preview
  const encoding = how.kind === 'text' ? how.detection.encoding : null
  const memory = await store.recall(organizationId)
  await store.remember(withChoice(memory, { organizationId, signature, columns }, encoding))
}
