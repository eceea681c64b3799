import Dexie, { type Table } from 'dexie'
import { timed, type CacheTimes } from '../pages/cache-storage.ts'
import { peopleIn, type Person } from './peer-page.ts'

const name = 'dexie-operators'
const list = await peopleIn('/people.json')

class People extends Dexie {
  readonly people!: Table<Person, number>

  constructor() {
    super(name)
    this.version(1).stores({ people: 'id' })
  }
}

/** A record a row, written and read in bulk; an update compares in memory and puts what changed. */
export async function cacheByDexie(): Promise<CacheTimes> {
  const first = new People()
  await first.open()
  const write = await timed(() => first.people.bulkPut(list))
  first.close()
  const second = new People()
  let kept: Person[] = []
  const read = await timed(async () => (kept = await second.people.toArray()))
  const next = list.map((person, row) =>
    row % 100 === 0 ? { ...person, status: 'Another' } : { ...person }
  )
  const update = await timed(async () => {
    const known = new Map(kept.map((person) => [person.id, person]))
    await second.people.bulkPut(next.filter((person) => differs(known.get(person.id), person)))
  })
  second.close()
  await Dexie.delete(name)
  return { write, read, update }
}

function differs(kept: Person | undefined, person: Person): boolean {
  return (
    kept?.name !== person.name ||
    kept.status !== person.status ||
    kept.organization !== person.organization
  )
}
