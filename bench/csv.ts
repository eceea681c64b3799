import { interleave } from './interleave.ts'
import { judge, worst, type Question } from './judge.ts'
import { lenient } from './lenient.ts'
import type { Measure } from './measure.ts'
import { callsOf, ready, withRunning } from './program.ts'
import type { Setup } from './setup.ts'

const questions: readonly Question[] = [
  {
    line: 'csv',
    what: 'time',
    unit: 'ms',
    of: 'time',
    goal: { kind: 'most', value: 120 }
  },
  {
    line: 'csv',
    what: 'longest block of the window',
    unit: 'ms',
    of: 'block',
    goal: { kind: 'most', value: 8 }
  },
  {
    line: 'csv',
    what: 'rows broken at borders of pieces',
    unit: '',
    of: 'broken',
    goal: { kind: 'most', value: 0 },
    over: worst
  }
]

/** What peers are called in the table, by what the page calls them. */
const peerCalls = {
  uDSV: 'csvOfUdsv',
  'Papa Parse': 'csvOfPapa',
  'Papa Parse in its worker': 'csvOfPapaWorker',
  'csv-parse': 'csvOfCsvParse'
} as const

/** The app's reading worker, from a file's bytes to checked rows, against cutting them up in the window. */
export function measureCsv({ programs, rounds, peers, say }: Setup): Promise<readonly Measure[]> {
  const address = peers ? 'peers/csv.html' : 'csv.html'
  return withRunning(programs.stage, [`--page=${address}`], async ({ page }) => {
    await ready(page)
    const subjects = {
      ...callsOf(page, { floor: 'csvByHand', ours: 'csvOfOurs' }),
      ...(peers ? lenient(callsOf(page, peerCalls), say) : {})
    }
    return judge(questions, await interleave(subjects, rounds))
  })
}
