import type { App } from '../app.svelte.ts'
import type { Query } from '../operators/query.ts'
import type { Situation } from './availability.ts'

function isFiltered({ text, chosen, filters }: Query): boolean {
  return text !== '' || chosen.length > 0 || filters.length > 0
}

/** The situation of the app now; whoever reads it within an effect or a `$derived` follows it. */
export function situationOf(app: App): Situation {
  const { workspace, preferences, session } = app
  const operators = workspace?.parts.operators
  const imports = workspace?.parts.imports
  const counts = workspace?.panel.view.counts
  return {
    account: workspace !== null,
    training: session.training,
    covered: imports ? imports.shown || imports.draft !== null : false,
    selected: operators?.selectedCount ?? 0,
    shown: operators?.visible.order.length ?? 0,
    filtered: operators ? isFiltered(operators.query) : false,
    unsent: counts ? counts.waiting + counts.sending + counts.verifying : 0,
    paused: workspace?.panel.view.paused ?? false,
    look: preferences.now,
    managed: preferences.managed
  }
}
