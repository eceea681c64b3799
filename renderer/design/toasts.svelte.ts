import type { Messages } from '../../shared/messages/messages.ts'

/** What happened, said in the language of the moment: a message outlives a change of language. */
export type Say = (words: Messages) => string

/** A short message that goes by itself. */
export interface Toast {
  readonly id: number
  readonly text: Say
  readonly tone: 'plain' | 'danger'
  readonly action: { readonly label: Say; readonly run: () => void } | null
}

/** How long a toast stays; one that offers something stays longer. */
const stay = { plain: 5_000, action: 10_000 }

/** At most this many at once; the oldest goes first. */
const most = 3

/** Starts a wait and returns how to end it; injected so that tests need not wait. */
export type Later = (run: () => void, ms: number) => () => void

/** The toasts on screen. They wait while a person points at or focuses one. */
export class Toasts {
  readonly #later: Later
  /** How to end the wait of each toast. */
  #waits: readonly { readonly id: number; readonly end: () => void }[] = []
  #nextId = 1
  #list: readonly Toast[] = $state.raw([])

  constructor(later: Later) {
    this.#later = later
  }

  /** The toasts to show, oldest first. */
  get list(): readonly Toast[] {
    return this.#list
  }

  /** Says something, with a button where there is something to do about it. */
  show(text: Say, action: Toast['action'] = null, tone: Toast['tone'] = 'plain'): void {
    const toast: Toast = { id: this.#nextId++, text, tone, action }
    const kept = this.#list.slice(-(most - 1))
    for (const gone of this.#list) if (!kept.includes(gone)) this.#forget(gone.id)
    this.#list = [...kept, toast]
    this.#wait(toast)
  }

  /** Takes one away at once. */
  dismiss(id: number): void {
    this.#forget(id)
    this.#list = this.#list.filter((toast) => toast.id !== id)
  }

  /** Takes all of them away. */
  clear(): void {
    for (const { id } of this.#list) this.dismiss(id)
  }

  /** Keeps all of them while `on`; afterwards each stays its whole time again. */
  hold(on: boolean): void {
    for (const toast of this.#list) {
      this.#forget(toast.id)
      if (!on) this.#wait(toast)
    }
  }

  #wait({ id, action }: Toast): void {
    const end = this.#later(() => this.dismiss(id), action ? stay.action : stay.plain)
    this.#waits = [...this.#waits, { id, end }]
  }

  #forget(id: number): void {
    for (const wait of this.#waits) if (wait.id === id) wait.end()
    this.#waits = this.#waits.filter((wait) => wait.id !== id)
  }
}
