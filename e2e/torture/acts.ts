import type { Page } from 'playwright-core'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import type { Status } from '../../shared/operator.ts'
import type { Chance } from './chance.ts'
import { refusalOf } from './faults.ts'
import type { Progress } from './moments.ts'
import { addNames, openOrganization, search, seeStatus, setStatus } from './person.ts'
import { hasEnded, storedEntries } from './stored-outbox.ts'
import type { AddWish, Wish } from './wishes.ts'

/** Where a run plays. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly chance: Chance
}

/** The organizations that are worked in, as the sandbox names them. */
export const organizations = [
  { id: 24, name: 'Customer Support' },
  { id: 25, name: 'שירות לקוחות' }
] as const

const surnames = ['Levi', 'Kovalenko', 'Brown', 'כהן', 'Шевченко', 'Müller', 'O’Neil']

/** What a person does in the window, and remembers of it. */
export class Acts {
  readonly wishes: Wish[] = []
  /** Names that the service was told to refuse. */
  refused = 0
  readonly #stage: Stage

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Does one thing; rejects where the window dies meanwhile. */
  async one(page: Page, progress: Progress): Promise<void> {
    const { chance } = this.#stage
    const { id, name } = chance.one(organizations)
    await openOrganization(page, name)
    if (chance.happens(0.65)) await this.#add(page, id, progress)
    else await this.#setStatus(page, { organizationId: id, progress })
  }

  async #add(page: Page, organizationId: number, progress: Progress): Promise<void> {
    const wish = this.#drawAdd(organizationId)
    this.wishes.push(wish)
    await addNames(page, wish, progress)
    const [name] = wish.names
    if (wish.names.length > 1 || name === undefined || !this.#stage.chance.happens(0.4)) return
    // An operator who may not exist yet.
    await this.#change(page, { organizationId, progress, searched: name, free: new Set([name]) })
  }

  #drawAdd(organizationId: number): AddWish {
    const { chance } = this.#stage
    const code = `q${String(this.wishes.length).padStart(4, '0')}`
    const count = chance.happens(0.2) ? chance.between(15, 50) : chance.between(1, 4)
    const names = Array.from(
      { length: count },
      (_, index) => `${code}x${String(index).padStart(2, '0')} ${chance.one(surnames)}`
    )
    const [first = ''] = names
    const twins = chance.happens(0.15)
      ? Array.from({ length: chance.between(1, 2) }, () => first)
      : []
    const at = performance.now()
    if (names.length > 1 && chance.happens(0.12)) this.#refuse(chance.one(names))
    return {
      kind: 'add',
      code,
      organizationId,
      names: [...names, ...twins],
      at,
      shown: false,
      keptWithin: null
    }
  }

  #refuse(name: string): void {
    const { sandbox, chance } = this.#stage
    sandbox.faults.add(refusalOf(name, chance))
    this.refused += 1
  }

  async #setStatus(
    page: Page,
    { organizationId, progress }: { organizationId: number; progress: Progress }
  ): Promise<void> {
    const { sandbox, chance } = this.#stage
    const entries = await storedEntries(page)
    const busy = new Set(entries.filter((entry) => !hasEnded(entry)).map(({ name }) => name))
    const rows = sandbox.operators(organizationId)
    const once = (name: string) => rows.filter((row) => row.name === name).length === 1
    const free = new Set(
      rows.map(({ name }) => name).filter((name) => once(name) && !busy.has(name))
    )
    const candidates = rows.filter(({ name, status }) => free.has(name) && status !== 2)
    if (candidates.length === 0) return
    const { name } = chance.one(candidates)
    const code = /^q\d{4}/.exec(name)?.[0]
    const searched = code !== undefined && chance.happens(0.4) ? code : name
    await this.#change(page, { organizationId, progress, searched, free })
  }

  async #change(page: Page, { free, ...about }: Change): Promise<void> {
    const to = this.#stage.chance.one<Status>([0, 1, 1, 2])
    const isFree = (name: string): boolean => free.has(name)
    const wish = await setStatus(page, {
      ...about,
      to,
      isFree,
      onpress: (wanted) => void this.wishes.push(wanted)
    })
    if (wish) await seeStatus(page, wish, about.progress)
    await search(page, '')
  }
}

interface Change {
  readonly organizationId: number
  readonly progress: Progress
  readonly searched: string
  /** Names of operators with no edit under way. */
  readonly free: ReadonlySet<string>
}

/** The adds among wishes. */
export function addsIn(wishes: readonly Wish[]): AddWish[] {
  return wishes.filter((wish) => wish.kind === 'add')
}
