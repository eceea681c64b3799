import { SvelteMap } from 'svelte/reactivity'
import type { Edit } from '../../../shared/edit.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { Fault } from '../../../shared/validation.ts'
import {
  choicesFor,
  findDuplicates,
  type Choice,
  type Duplicate,
  type Existing
} from './duplicates.ts'
import { readNames, type TypedName } from './names.ts'
import { plannedEdits } from './planned-edits.ts'

/** What the form needs from outside. */
export interface AddPorts {
  /** Text typed earlier and not queued. */
  readonly draft: () => Promise<string>
  readonly keepDraft: (text: string) => Promise<void>
  readonly existing: (organizationId: number) => Promise<Existing>
  /** Lets the window paint and handle input before long work goes on. */
  readonly breathe: () => Promise<void>
  readonly enqueue: (edits: readonly Edit[]) => Promise<Result<unknown, Failure>>
  /** Everything is queued. */
  readonly onqueued: (counts: QueuedCounts) => void
}

/** How many adds were queued, and how many reactivations. */
export interface QueuedCounts {
  readonly added: number
  readonly reactivated: number
}

/** The form that adds operators: what is typed, what is wrong with it, which names are there already. */
export class AddForm {
  readonly #ports: AddPorts
  #saving: Promise<void> | null = null
  text = $state('')
  organizationId: number | null = $state(null)
  /** Pressed without a name. */
  nothingTyped = $state(false)
  faults: readonly Fault[] = $state.raw([])
  /** `null` until they were looked for. */
  duplicates: readonly Duplicate[] | null = $state.raw(null)
  readonly choices = new SvelteMap<number, Choice>()
  failure: Failure | null = $state.raw(null)
  busy = $state(false)
  readonly #read = $derived(readNames(this.text, this.organizationId))

  constructor(ports: AddPorts, organizationId: number | null) {
    this.#ports = ports
    this.organizationId = organizationId
  }

  /** Brings back what was typed earlier, unless something was typed meanwhile. */
  async begin(): Promise<void> {
    const draft = await this.#ports.draft()
    if (this.text === '') this.text = draft
  }

  /** Takes the text; what was found about the former one goes, and the draft is kept. */
  type(text: string): void {
    this.text = text
    this.#forget()
    this.#saving ??= this.#save()
  }

  choose(organizationId: number): void {
    this.organizationId = organizationId
    this.#forget()
  }

  /** How many names the text holds. */
  get count(): number {
    return this.#read.names.length
  }

  /** What holds for a duplicate: the choice made, else the usual one. */
  choiceOf(duplicate: Duplicate): Choice {
    return this.choices.get(duplicate.line) ?? choicesFor(duplicate)[0]
  }

  /** The same choice for all to whom it is offered. */
  chooseForAll(choice: Choice): void {
    for (const duplicate of this.duplicates ?? []) {
      if (choicesFor(duplicate).includes(choice)) this.choices.set(duplicate.line, choice)
    }
  }

  /** Queues at once where nothing is wrong and nobody is there already; else shows what is. */
  async add(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await this.#check()
    } finally {
      this.busy = false
    }
  }

  async #check(): Promise<void> {
    this.failure = null
    const { names, faults } = this.#read
    this.nothingTyped = names.length === 0
    this.faults = faults
    const { organizationId, text } = this
    if (this.nothingTyped || faults.length > 0 || organizationId === null) return
    const shown = this.duplicates
    const found = shown ?? (await this.#find(names, organizationId))
    if (text !== this.text || organizationId !== this.organizationId) return
    this.duplicates = found
    if (shown === null && found.length > 0) return
    await this.#queue(
      plannedEdits({ organizationId, names, duplicates: found, choices: this.choices })
    )
  }

  async #find(names: readonly TypedName[], organizationId: number): Promise<Duplicate[]> {
    const { existing, breathe } = this.#ports
    return findDuplicates(names, await existing(organizationId), breathe)
  }

  async #queue(edits: readonly Edit[]): Promise<void> {
    const result = edits.length === 0 ? null : await this.#ports.enqueue(edits)
    if (result && !result.ok) {
      this.failure = result.failure
      return
    }
    const added = edits.filter((edit) => edit.kind === 'add').length
    this.type('')
    await this.#saving
    this.#ports.onqueued({ added, reactivated: edits.length - added })
  }

  #forget(): void {
    this.nothingTyped = false
    this.faults = []
    this.duplicates = null
    this.choices.clear()
    this.failure = null
  }

  /** Keeps the draft as it is now, and again while it goes on changing: one write at a time, the last one wins. */
  async #save(): Promise<void> {
    let kept: string | null = null
    while (kept !== this.text) {
      kept = this.text
      await this.#ports.keepDraft(kept)
    }
    this.#saving = null
  }
}
