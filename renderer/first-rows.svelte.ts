import { afterPaint } from './after-paint.ts'
import type { App } from './app.svelte.ts'

/**
 * Says once that the first rows are on the screen: by a mark in the page's timeline, and to main, which
 * logs it. Returns how to stop.
 */
export function tellFirstRows(app: App): () => void {
  let told = false
  return $effect.root(() => {
    $effect(() => {
      const rows = app.workspace?.parts.operators.visible.order.length ?? 0
      if (told || rows === 0) return
      told = true
      afterPaint(() => {
        performance.mark('first rows painted')
        void app.parts.bridge.frame.ready()
      })
    })
  })
}
