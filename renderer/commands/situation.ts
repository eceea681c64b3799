import type { App } from '../app.svelte.ts'
import type { Situation } from './availability.ts'

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
    filtered: operators ? operators.query.text !== '' || operators.query.chosen.length > 0 : false,
    unsent: counts ? counts.waiting + counts.sending + counts.verifying : 0,
    paused: preferences.now.outbox.paused,
    look: preferences.now,
    managed: preferences.managed
  }
}
