import type { ImportDraft } from './draft.svelte.ts'
import type { ImportPorts } from './ports.ts'
import type { ImportRun } from './run.svelte.ts'

type Ports = Pick<ImportPorts, 'saveFile' | 'tell' | 'words' | 'locale'>

/** Saves the report of an import. */
export async function saveReport(run: ImportRun, ports: Ports): Promise<void> {
  const { report } = ports.words().onboarding
  await saveAs(report.fileName(baseOf(run.record.source.name)), await run.report(), ports)
}

/** Saves the plan of a draft: every row with what would become of it. */
export async function savePlan({ given, reader }: ImportDraft, ports: Ports): Promise<void> {
  const { report } = ports.words().onboarding
  await saveAs(report.planName(baseOf(given.name)), await reader.reader.plan(ports.locale()), ports)
}

/** Saves a file where the person says, and says where it is. */
export async function saveAs(
  name: string,
  bytes: Uint8Array,
  { saveFile, tell }: Pick<Ports, 'saveFile' | 'tell'>
): Promise<void> {
  const saved = await saveFile(name, bytes)
  if (!saved.ok) tell(({ onboarding }) => onboarding.notSaved, 'danger')
  else if (saved.value !== null) {
    const as = saved.value
    tell(({ onboarding }) => onboarding.saved(as))
  }
}

function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/u, '')
}
