/** What a person may open at any moment, the most likely first; each is a chunk of its own. */
const views: readonly (() => Promise<unknown>)[] = [
  () => import('./SidePanel.svelte'),
  () => import('./commands/PaletteView.svelte'),
  () => import('./EditDialogs.svelte'),
  () => import('./RowMenu.svelte'),
  () => import('./Dialogs.svelte'),
  () => import('./onboarding/views/ImportView.svelte')
]

/** Runs something once nothing else is to do. */
export type WhenIdle = (run: () => void) => void

/**
 * Loads the views one after another once the person moves the mouse or presses a key: nobody waits for one
 * then, and a window that nobody uses stays small. Returns how to stop waiting.
 */
export function loadLateViews(page: EventTarget, whenIdle: WhenIdle): () => void {
  const controller = new AbortController()
  const options = { capture: true, passive: true, signal: controller.signal }
  const begin = (): void => {
    controller.abort()
    loadNext(views, whenIdle)
  }
  for (const sign of ['pointermove', 'pointerdown', 'keydown'])
    page.addEventListener(sign, begin, options)
  return () => controller.abort()
}

function loadNext([load, ...rest]: typeof views, whenIdle: WhenIdle): void {
  if (load) whenIdle(() => void load().then(() => loadNext(rest, whenIdle)))
}
