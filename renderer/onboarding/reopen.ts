import type { StoredImport } from './import.ts'
import type { OpenReader } from './open-reader.ts'
import type { ImportPorts } from './ports.ts'
import type { Preview } from './reader-calls.ts'
import { wishesOf } from './read-again.ts'

/** Opens the file of a stored import once more, reads it as it was read, and takes its plan. */
export async function reopen(
  { record, file, plan }: Pick<StoredImport, 'record' | 'file' | 'plan'>,
  ports: Pick<ImportPorts, 'openReader' | 'lists' | 'locale'>
): Promise<OpenReader> {
  const { choices, source } = record
  const open = ports.openReader(() => undefined)
  const opened = await open.reader.open({ name: source.name, file })
  if (!opened.ok) throw new Error(`A stored import cannot be read: ${opened.failure.kind}`)
  const looking = {
    wishes: wishesOf(choices),
    hints: { remembered: null, locale: ports.locale() },
    organizations: ports.lists.organizations(),
    organizationId: choices.organizationId
  }
  const first = await open.reader.look({ ...looking, remembered: [] })
  if (!first.ok) throw new Error(`A stored import cannot be read: ${first.failure.kind}`)
  if (!sameColumns(first.value, choices.columns)) {
    const { signature } = first.value
    const organizationId = choices.organizationId ?? 0
    await open.reader.look({
      ...looking,
      remembered: [{ organizationId, signature, columns: choices.columns }]
    })
  }
  await open.reader.unseal(plan)
  return open
}

function sameColumns({ columns }: Preview, chosen: Preview['columns']): boolean {
  return columns.length === chosen.length && columns.every((role, at) => role === chosen[at])
}
