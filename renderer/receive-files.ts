import type { App } from './app.svelte.ts'
import { followDrops } from './onboarding/drop-target.ts'

/** Lists that are dropped on the window or pasted into it go to the open account. Returns how to stop. */
export function receiveFiles(app: App, onbug: (error: unknown) => void): () => void {
  return followDrops(window, {
    hover: (on) => {
      if (app.dropping !== on) app.dropping = on
    },
    take: (given) => app.imports?.take(given),
    pasted: (text) => {
      if (text.trim() !== '') app.imports?.takeText(text, 'pasted')
    },
    onbug
  })
}
