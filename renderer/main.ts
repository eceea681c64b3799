import { mount } from 'svelte'
import type { Bridge } from '../shared/ipc.ts'
import { en } from '../shared/messages/en.ts'
import { accountStores } from './account-stores.ts'
import { App as AppModel } from './app.svelte.ts'
import App from './App.svelte'
import './design/tokens.css'
import './design/base.css'
import './design/parts.css'
import { receiveFiles } from './receive-files.ts'
import { tellFirstRows } from './first-rows.svelte.ts'
import { follow } from './follow.svelte.ts'
import { loadLateViews } from './late-views.ts'
import { languages } from './languages.ts'
import { clock, timers } from './time.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly switchboard: Bridge
  }
}

const bridge = window.switchboard

function report(error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  void bridge.frame.logError(message, stack)
}

window.addEventListener('error', ({ error }) => report(error))
window.addEventListener('unhandledrejection', ({ reason }) => report(reason))
async function begin(): Promise<void> {
  const start = await bridge.session.start()
  const app = new AppModel({
    bridge,
    start,
    words: en,
    locales: languages,
    now: clock.wall,
    later: (run, ms) => timers.after(ms, run),
    stores: accountStores(bridge, report)
  })
  const target = document.getElementById('app')
  if (!target) throw new Error('The page has no #app')
  // Before anything shows: no flash of another language, and names sort by this one from the start.
  await app.speak().catch(report)
  app.begin()
  follow(app)
  receiveFiles(app, report)
  tellFirstRows(app)
  // Where nobody is signed in, the first paint is that of this chunk.
  if (app.session.form !== null) await import('./session/SignInScreen.svelte')
  loadLateViews(window, (run) => void requestIdleCallback(run))
  mount(App, { target, props: { app } })
}

void begin().catch(report)
