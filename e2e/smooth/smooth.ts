import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { importButton, importRegion } from '../harness/import-screen.ts'
import { launchApp, type RunningApp, temporaryUserData } from '../harness/launch-app.ts'
import { openOutbox, signIn } from '../harness/screen.ts'
import { BlockWatch, type Felt } from './blocks.ts'

/** How many adds wait, and for how long their replay is watched. */
export interface Smooth {
  readonly entries: number
  readonly replaySeconds: number
  readonly print: (felt: Felt) => void
}

/** What came of it. */
export interface Smoothness {
  readonly felt: readonly Felt[]
  /** From the start of the app with all of them stored until the cache's first rows showed, ms. */
  readonly rowsMs: number
  /** What the window's objects take with all of them waiting, MB. */
  readonly heapMb: number
  /** Adds that were sent in each second of the replay, where the pace allows 500. */
  readonly perSecond: number
}

const organization = 'Large contact centre'
const long = { timeout: 300_000 }
const waiting = (entries: number): RegExp =>
  new RegExp(`${entries.toLocaleString('en')} (edits wait|waiting)`)

/** Queues very many adds of one organization while the service is away, works beside them, starts anew, sends. */
export async function measureSmoothness(smooth: Smooth): Promise<Smoothness> {
  const sandbox = await startSandbox({ operators: 10_000, settings: { rateLimit: 'off' } })
  const folder = await temporaryUserData()
  const start = (): Promise<RunningApp> =>
    launchApp({ userDataDir: folder.path, args: [`--server=${sandbox.address}`] })
  let running = await start()
  try {
    await signIn(running.window, sandbox.token)
    const queued = await queue(running.window, sandbox, { ...smooth, folder: folder.path })
    const beside = await workBeside(queued, running.window, 'with all waiting')
    await running.quit()
    const began = Date.now()
    running = await start()
    const started = await startAgain(running.window, smooth, began)
    const heapMb = await started.watch.heap()
    const sent = await replay(started.watch, running.window, { ...smooth, sandbox })
    const felt = [...queued.felt, ...beside, ...started.felt, ...sent.felt]
    return { felt, rowsMs: started.rowsMs, heapMb, perSecond: sent.perSecond }
  } finally {
    await running.quit()
    await sandbox.stop()
    await folder.remove()
  }
}

interface Watched {
  readonly watch: BlockWatch
  readonly felt: Felt[]
  readonly print: Smooth['print']
}

async function note(
  { watch, felt, print }: Watched,
  what: string,
  work: () => Promise<unknown>
): Promise<void> {
  const told = await watch.during(what, work)
  felt.push(told)
  print(told)
}

async function queue(
  window: Page,
  sandbox: Sandbox,
  { entries, folder, print }: Smooth & { readonly folder: string }
): Promise<Watched> {
  const list = window.getByRole('list', { name: 'Organizations' })
  await list.getByRole('button', { name: organization }).click()
  await window.getByRole('grid', { name: 'Operators' }).getByRole('row').nth(5).waitFor()
  await sandbox.setOutage(true)
  const path = join(folder, 'team.csv')
  const surnames = ['Levi', 'Cohen', 'Kovalenko', 'Smith', 'Shevchenko']
  const names = Array.from(
    { length: entries },
    (_, at) => `Person ${(at * 7_919) % entries} ${surnames[at % 5] ?? ''} ${at}`
  )
  await writeFile(path, ['Name', ...names].join('\r\n'))
  const watched = { watch: await BlockWatch.of(window), felt: [], print }
  await window.getByLabel('Import file', { exact: true }).setInputFiles(path)
  await importButton(window, 'Apply').waitFor(long)
  await note(watched, 'queueing', async () => {
    await importButton(window, 'Apply').click()
    await window.getByText(waiting(entries)).first().waitFor(long)
  })
  await importRegion(window).getByRole('button', { name: 'Close' }).first().click()
  return watched
}

/** What a person does beside a long queue. */
async function workBeside(watched: Watched, window: Page, when: string): Promise<Felt[]> {
  const mine = { ...watched, felt: [] as Felt[] }
  const name = window.getByRole('columnheader', { name: 'Name' })
  await note(mine, `searching, ${when}`, () => search(window))
  await note(mine, `sorting by name, ${when}`, async () => {
    await name.click()
    await pause(window, 1_500)
    await name.click()
    await pause(window, 500)
    await name.click()
  })
  await note(mine, `opening the panel, ${when}`, async () => {
    await openOutbox(window)
    await pause(window, 500)
  })
  const panel = window.getByRole('region', { name: 'Outbox', exact: true })
  await note(mine, `filtering the panel, ${when}`, async () => {
    for (const state of [/^Waiting/, /^All/]) {
      await panel.getByRole('button', { name: state }).click()
      await pause(window, 300)
    }
  })
  return mine.felt
}

async function search(window: Page): Promise<void> {
  const box = window.getByRole('searchbox').first()
  for (const text of ['J', 'Jo', 'Per', 'Person 12', '']) {
    await box.fill(text)
    await pause(window, 250)
  }
}

async function startAgain(
  window: Page,
  { entries, print }: Smooth,
  began: number
): Promise<Watched & { readonly rowsMs: number }> {
  await window.getByRole('grid', { name: 'Operators' }).getByRole('row').nth(5).waitFor(long)
  const rowsMs = Date.now() - began
  const watched: Watched = { watch: await BlockWatch.of(window), felt: [], print }
  await note(watched, 'starting with all stored', async () => {
    await window.getByText(waiting(entries)).first().waitFor(long)
    await pause(window, 2_000)
  })
  return { ...watched, rowsMs }
}

async function replay(
  watch: BlockWatch,
  window: Page,
  { sandbox, replaySeconds, print }: Smooth & { readonly sandbox: Sandbox }
): Promise<{ readonly felt: Felt[]; readonly perSecond: number }> {
  const watched: Watched = { watch, felt: [], print }
  await openOutbox(window)
  await sandbox.setOutage(false)
  await window.getByRole('button', { name: 'Send now' }).first().click()
  const posts = () => sandbox.ledger.entries().filter(({ method }) => method === 'POST')
  while (posts().length === 0) await pause(window, 100)
  await note(watched, 'sending', () => pause(window, replaySeconds * 1_000))
  const times = posts().map(({ at }) => at)
  await note(watched, 'searching, while sending', () => search(window))
  const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  return { felt: watched.felt, perSecond: Math.round(((times.length - 1) * 100) / span) }
}

/** Measuring takes its time: what is watched is what happens meanwhile. */
function pause(window: Page, ms: number): Promise<void> {
  return window.waitForTimeout(ms)
}
