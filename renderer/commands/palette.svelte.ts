import { tick } from 'svelte'
import type { App } from '../app.svelte.ts'
import { focusGrid } from '../focus-search.ts'
import type { OperatorRow } from '../operators/rows.ts'
import { actionsOf } from './actions.ts'
import { type Item, type Section, sectionsOf } from './items.ts'
import { run } from './run.ts'
import { situationOf } from './situation.ts'

/** Similar names at most: below those that fit, a few are enough. */
const mostSimilar = 5

/** The palette of commands while it is open: what was typed, what is offered for it, which one is the choice. */
export class Palette {
  readonly #app: App
  text = $state('')
  #place = $state(0)
  #similar: readonly OperatorRow[] = $state.raw([])
  readonly sections: readonly Section[] = $derived.by(() => this.#offered())
  readonly items: readonly Item[] = $derived(this.sections.flatMap(({ items }) => items))

  constructor(app: App) {
    this.#app = app
  }

  /** The item that Enter chooses; `null` where nothing is offered. */
  get current(): Item | null {
    return this.items[Math.min(this.#place, this.items.length - 1)] ?? null
  }

  type(text: string): void {
    this.text = text
    this.#place = 0
    void this.#seekSimilar(text)
  }

  /** Up and down, round the ends; to the first and the last. */
  move(to: 'next' | 'previous' | 'first' | 'last'): void {
    const { length } = this.items
    if (length === 0) return
    const place = Math.min(this.#place, length - 1)
    const places = {
      next: (place + 1) % length,
      previous: (place - 1 + length) % length,
      first: 0,
      last: length - 1
    }
    this.#place = places[to]
  }

  /** Does what an item says, once the palette is gone and the focus is back; nothing where it says why not. */
  async choose(item: Item | null): Promise<void> {
    if (!item || (item.kind === 'command' && item.why !== null)) return
    this.close()
    await tick()
    if (item.kind === 'command') run(this.#app, item.command)
    else if (item.kind === 'action') item.action.run()
    else if (item.kind === 'view') this.#app.workspace?.chooseView(item.view)
    else if (item.kind === 'organization') await this.#app.workspace?.open(item.scope)
    else {
      this.#app.workspace?.parts.operators.goTo(item.row.key)
      focusGrid()
    }
  }

  close(): void {
    this.#app.palette = null
  }

  /** They are found beside the window; what comes after the person typed on is dropped. */
  async #seekSimilar(text: string): Promise<void> {
    const operators = this.#app.workspace?.parts.operators
    const found = (await operators?.findSimilar(text, mostSimilar)) ?? []
    if (this.text === text) this.#similar = found
  }

  #offered(): readonly Section[] {
    const app = this.#app
    const situation = situationOf(app)
    const operators = app.workspace?.parts.operators
    return sectionsOf(this.text, {
      ...{ words: app.words, english: app.parts.words, situation },
      mac: app.parts.start.platform === 'darwin',
      actions: actionsOf(app, app.words, situation.covered),
      englishActions: actionsOf(app, app.parts.words, situation.covered),
      similar: situation.covered ? [] : this.#similar,
      organizations: operators?.organizations.organizations ?? [],
      views: situation.covered ? [] : (app.workspace?.grid.views ?? []),
      operators: (text, most) => (situation.covered ? [] : (operators?.find(text, most) ?? []))
    })
  }
}
