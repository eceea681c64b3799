import { csvRows } from './csv-file.ts'

/** How a file was read. */
export interface CsvTimes extends Record<string, number> {
  /** From its bytes to checked rows, ms. */
  readonly time: number
  /** How late a timer of the window came at worst meanwhile, ms. */
  readonly block: number
}

const timerMs = 4

/** What any import has to do with rows: a name of the right length, a status, nobody twice. */
export function checked(rows: readonly (readonly string[])[]): void {
  const seen = new Set<string>()
  let good = 0
  for (const [name = '', status = ''] of rows) {
    const trimmed = name.trim()
    const isGood = trimmed !== '' && trimmed.length <= 100 && /^(in)?active$/i.test(status)
    if (isGood && !seen.has(trimmed.toLowerCase())) good += 1
    seen.add(trimmed.toLowerCase())
  }
  if (good !== csvRows) throw new Error(`${good} rows were good`)
}

/** Times the work, and how late the timers of the window come meanwhile. */
export async function watched(work: () => Promise<unknown>): Promise<CsvTimes> {
  let last = performance.now()
  let block = 0
  const tick = (): void => {
    const now = performance.now()
    block = Math.max(block, now - last - timerMs)
    last = now
  }
  const ticking = setInterval(tick, timerMs)
  const begun = performance.now()
  await work()
  const time = performance.now() - begun
  await new Promise((resolve) => setTimeout(resolve, timerMs))
  tick()
  clearInterval(ticking)
  return { time, block }
}
