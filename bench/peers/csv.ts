import { csvByHand, csvOfOurs } from '../pages/csv-reading.ts'
import { csvOfCsvParse, csvOfPapa, csvOfPapaWorker, csvOfUdsv } from './csv-reading.ts'

// What the driver calls from outside.
Object.assign(globalThis, {
  bench: { csvByHand, csvOfOurs, csvOfUdsv, csvOfPapa, csvOfPapaWorker, csvOfCsvParse }
})
document.documentElement.dataset['ready'] = ''
