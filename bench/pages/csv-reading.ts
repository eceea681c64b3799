import { decode } from '../../renderer/onboarding/encoding.ts'
import { openReader } from '../../renderer/onboarding/open-reader.ts'
import { csvBytes, csvRows, csvText } from './csv-file.ts'
import { checked, watched, type CsvTimes } from './csv-work.ts'

const organizationId = 27
const organizations = [{ id: organizationId, name: 'Large contact centre' }]
/** Prime, so that pieces end inside of letters. */
const pieces = [61, 4_093, 65_521]

/** The app's own reading worker: started, given the file, asked for the plan, as the app itself does. */
export async function csvOfOurs(): Promise<CsvTimes & { readonly broken: number }> {
  const times = await watched(async () => {
    const { reader, close } = openReader(() => undefined)
    const opened = await reader.open({ name: 'team.csv', file: new Blob([csvBytes]) })
    const hints = { remembered: null, locale: 'en' } as const
    const known = { organizations, organizationId, remembered: [] }
    const looked = await reader.look({ wishes: {}, hints, ...known })
    if (!opened.ok || !looked.ok) throw new Error('The file was refused')
    const plan = await reader.decide({
      ...{ columns: looked.value.columns, organizations, organizationId },
      ...{
        wanted: 0,
        missing: { wanted: false, agreedTo: 0 },
        answers: [],
        mends: [],
        requestsPerSecond: 5
      }
    })
    close()
    if (plan.steps === 0 || looked.value.rows !== csvRows) throw new Error('Rows were lost')
  })
  return { ...times, broken: brokenByUs() }
}

/** Rows that differ where the file's bytes come in small pieces. */
function brokenByUs(): number {
  const whole = csvText()
  return pieces.filter((size) => decode(csvBytes, 'utf-8', { size }) !== whole).length
}

/** The least: no quotes, no other encodings, and all in the window. */
export function csvByHand(): Promise<CsvTimes> {
  return watched(() => {
    const text = new TextDecoder().decode(csvBytes)
    const [, ...lines] = text.split('\r\n')
    checked(lines.filter((line) => line !== '').map((line) => line.split(',')))
    return Promise.resolve()
  })
}
