import { untrack } from 'svelte'
import type { App } from './app.svelte.ts'
import { available } from './commands/availability.ts'
import { situationOf } from './commands/situation.ts'

/** Keeps the page and the native frame as the app is: language, look, badge, menu. Returns how to stop. */
export function follow(app: App): () => void {
  return $effect.root(() => {
    $effect(() => dress(app))
    $effect(() => letter(app))
    $effect(() => void app.speak())
    $effect(() => badge(app))
    $effect(enabling(app))
    $effect(() => configure(app))
    $effect(() => visible(app))
    $effect(() => ready(app))
  })
}

function dress(app: App): void {
  const { dataset } = document.documentElement
  const { theme, density } = app.preferences.now
  dataset['theme'] = theme
  dataset['density'] = density
}

/** The page's language and direction; names sort as that language sorts them. */
function letter(app: App): void {
  document.documentElement.lang = app.locale
  document.documentElement.dir = app.direction
  untrack(() => app.workspace?.parts.operators.sortAnew())
}

/** The count on the dock or taskbar; the app stays alive while it sends. */
function badge(app: App): void {
  const view = app.workspace?.panel.view
  const counts = view?.counts
  const unsent = counts ? counts.waiting + counts.sending + counts.verifying : 0
  const asking = app.workspace?.panel.asking ?? 0
  const sending = view?.queue.kind === 'sending' || view?.queue.kind === 'verifying'
  void app.parts.bridge.frame.badge(unsent, asking, sending)
}

/** Tells the native menu what can be carried out, each time that this becomes something else. */
function enabling(app: App): () => void {
  let told = ''
  return () => {
    const commands = available(situationOf(app))
    if (commands.join() === told) return
    told = commands.join()
    void app.parts.bridge.frame.enable(commands)
  }
}

function configure(app: App): void {
  const { requestsPerSecond, outbox } = app.preferences.now
  app.workspace?.parts.outbox.configure({ requestsPerSecond, settleMs: outbox.settleMs })
}

/** Lists are refreshed by age only while the window is seen. */
function visible(app: App): () => void {
  const lists = app.workspace?.parts.lists
  const tell = () => lists?.visible(document.visibilityState === 'visible')
  tell()
  document.addEventListener('visibilitychange', tell)
  return () => document.removeEventListener('visibilitychange', tell)
}

/** Tells the frame, once, that the first rows (or the sign-in) have been painted. */
function ready(app: App): void {
  if (app.painted) return
  const rows = app.workspace?.parts.operators.visible.order.length ?? 0
  if (rows === 0 && (app.workspace || !app.session.form)) return
  app.painted = true
  // The second frame begins only when the first has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => void app.parts.bridge.frame.ready()))
}
