import type { ImportPorts } from './ports.ts'
import { presentOf, type Compared } from './present.ts'
import type { Reader } from './reader-port.ts'

type Ports = Pick<ImportPorts, 'lists' | 'outbox'>

/** Whom a plan is compared with: the lists of the organizations that it speaks of. */
export class Comparison {
  readonly #ports: Ports
  readonly #reader: Pick<Reader, 'meet'>
  compared: Compared | null = $state.raw(null)
  #met: readonly number[] = []
  #fresh: readonly number[] = []

  constructor(ports: Ports, reader: Pick<Reader, 'meet'>) {
    this.#ports = ports
    this.#reader = reader
  }

  /** Organizations of which the reader knows nothing yet. */
  unmet(ids: readonly number[]): readonly number[] {
    return ids.filter((id) => !this.#met.includes(id))
  }

  /** Tells the reader who is there, in these organizations and in those from before. */
  async meet(more: readonly number[]): Promise<void> {
    const ids = [...this.#met, ...this.unmet(more)]
    for (const id of ids) await this.#fetchUnknown(id)
    const { present, compared } = await presentOf(ids, this.#ports)
    this.#met = ids
    this.compared = compared
    await this.#reader.meet(present)
  }

  /** Fetches lists that are only known from before; whether any came, so that the plan must be made again. */
  async freshen(): Promise<boolean> {
    const ids = this.#met.filter((id) => !this.#fresh.includes(id))
    this.#fresh = [...this.#fresh, ...ids]
    const fetched = await Promise.all(ids.map((id) => this.#ports.lists.fetch(id, 'person')))
    return fetched.some(({ ok }) => ok)
  }

  /** Where nothing at all is known, a plan without the list would be wrong. */
  async #fetchUnknown(id: number): Promise<void> {
    if (this.#fresh.includes(id) || (await this.#ports.lists.known(id)) !== null) return
    this.#fresh = [...this.#fresh, id]
    await this.#ports.lists.fetch(id, 'person')
  }
}
