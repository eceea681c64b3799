import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData } from '../harness/launch-app.ts'
import { signIn } from '../harness/screen.ts'
import { grown, type Sizes } from '../../bench/growth.ts'
import { work, type Office } from './office.ts'
import { measure, type Scales } from './sizes.ts'

/** How long, in stretches of five minutes, and every how many of them is looked at what the app uses. */
export interface AppSoak {
  readonly stretches: number
  readonly lookEvery: number
  readonly print: (line: string) => void
  /** Something to go wrong in every stretch, to see that it is found. */
  readonly leak?: (office: Office) => Promise<void>
}

/** What came of it. */
export interface AppSoaked {
  readonly minutes: number
  readonly requests: number
  readonly samples: readonly Sizes[]
  /** Empty where nothing grows. */
  readonly faults: readonly string[]
}

/**
 * What each may grow by over the second half. Four edits a stretch stay in the history for 90 days, with
 * operators and imports that were added; databases grow until they are compacted, and open some files more by then:
 * four at once in the middle look like six. One that is left open in every stretch is more than that.
 */
export function allowedFor(stretches: number): Sizes {
  const edits = stretches * 3
  return {
    heap: 1_200_000 + edits * 4_000,
    nodes: 100 + edits / 4,
    listeners: 10,
    workers: 0,
    mainHeap: 300_000 + edits * 1_000,
    resources: 3,
    files: 4 + stretches / 6,
    database: 2_000_000 + edits * 10_000,
    journal: 50_000 + edits * 1_000
  }
}

/** Drives the built app through a working day against a sandbox, and watches what grows. */
export async function soakApp(soak: AppSoak): Promise<AppSoaked> {
  const sandbox = await startSandbox({ settings: { rateLimit: 'off' } })
  const folder = await temporaryUserData()
  // The pace is not what is watched here; nor is it waited for whoever may send twice.
  const settings = { requestsPerSecond: 40, outbox: { settleMs: 0, paused: false } }
  await writeFile(join(folder.path, 'config.json'), JSON.stringify(settings))
  const args = [`--server=${sandbox.address}`]
  const running = await launchApp({ userDataDir: folder.path, args })
  try {
    await signIn(running.window, sandbox.token)
    const inspector = await running.window.context().newCDPSession(running.window)
    await inspector.send('Performance.enable')
    const { app, window } = running
    const scales = { app, window, inspector, folder: folder.path }
    return await soakThrough(soak, { running, sandbox }, scales)
  } finally {
    await running.kill()
    await sandbox.stop()
    await folder.remove()
  }
}

async function soakThrough(soak: AppSoak, office: Office, scales: Scales): Promise<AppSoaked> {
  const begun = performance.now()
  const samples: Sizes[] = []
  for (let at = 1; at <= soak.stretches; at += 1) {
    await work(office, at)
    await soak.leak?.(office)
    if (at % soak.lookEvery !== 0) continue
    const sizes = await measure(scales, samples.at(-1))
    samples.push(sizes)
    soak.print(line(at, sizes, office.sandbox))
  }
  const minutes = (performance.now() - begun) / 60_000
  const requests = office.sandbox.ledger.entries().length
  return { minutes, requests, samples, faults: grown(samples, allowedFor(soak.stretches)) }
}

function line(at: number, sizes: Sizes, sandbox: Sandbox): string {
  const { heap, nodes, listeners, workers, mainHeap, resources, files, database, journal } = sizes
  return (
    `${String(at).padStart(3)}: window ${mega(heap)}, nodes ${nodes}, listeners ${listeners}, workers ${workers}; ` +
    `main ${mega(mainHeap)}, waiting for ${resources}, files ${files}; ` +
    `databases ${mega(database)}, journal ${mega(journal)}; requests ${sandbox.ledger.entries().length}`
  )
}

function mega(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`
}
