import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../../electron/sandbox/sandbox.ts'
import { chance } from './chance.ts'
import type { Figures } from './figures.ts'
import { Run } from './run.ts'

/** How long to torture the app. */
export interface Torture {
  readonly kills: number
  readonly seed: number
  /** Told of every kill, for those who watch. */
  readonly onkill?: (line: string) => void
}

/** What came of it. */
export interface Verdict {
  readonly figures: Figures
  readonly violations: readonly string[]
}

/** The service is surely done with a request after this, ms; small, so that what was lost is soon looked up. */
const settleMs = 1_500
const requestTimeoutMs = 1_200

/**
 * A person works in the real app against a real service, while both are treated badly: the service loses
 * replies and goes away, and the app is killed at moments that are seen from outside. The service and its
 * ledger live in this process and survive all of it.
 */
export async function torture({ kills, seed, onkill }: Torture): Promise<Verdict> {
  const sandbox = await startSandbox({ settings: { latency: 20 }, ledgerLimit: 1_000_000 })
  const userDataDir = await mkdtemp(join(tmpdir(), 'switchboard-torture-'))
  const settings = { outbox: { settleMs }, requestTimeoutMs }
  await writeFile(join(userDataDir, 'config.json'), JSON.stringify(settings))
  const home = { userDataDir, server: sandbox.address, token: sandbox.token }
  const run = new Run({
    ...{ sandbox, home, chance: chance(seed), settleMs, seed },
    onkill: onkill ?? (() => undefined)
  })
  try {
    return await run.play(kills)
  } finally {
    await run.end()
    await sandbox.stop()
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
