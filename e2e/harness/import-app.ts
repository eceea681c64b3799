import { afterEach, beforeEach } from 'vitest'
import { SignedInApp } from './signed-in-app.ts'

/** The app as tests of importing use it. */
export class ImportApp extends SignedInApp {
  /** Signs out of the account; what it has not sent stays. */
  async signOut(): Promise<void> {
    const { window } = this
    await window.getByRole('button', { name: /^Account/ }).click()
    await window.getByRole('menuitem', { name: 'Sign out…', exact: true }).click()
    await window.getByRole('button', { name: 'Sign out', exact: true }).click()
  }

  /** What a box of choices shows. */
  shownIn(label: string): Promise<string> {
    return this.window.getByRole('combobox', { name: label, exact: true }).inputValue()
  }

  async choose(label: string, option: string): Promise<void> {
    await this.window.getByRole('combobox', { name: label, exact: true }).click()
    await this.window.getByRole('option', { name: option, exact: true }).click()
  }

  createdNames(): string[] {
    const changes = this.sandbox.ledger.entries().flatMap((entry) => entry.applied)
    return changes.flatMap((change) => (change.kind === 'created' ? [change.operator.name] : []))
  }

  /** How many operators each request created that created any. */
  batches(): number[] {
    const changes = this.sandbox.ledger.entries().map(({ applied }) => applied)
    const created = changes.map((some) => some.filter(({ kind }) => kind === 'created').length)
    return created.filter((count) => count > 0)
  }

  /** Requests that could change anything. */
  edits(): string[] {
    return this.sandbox.ledger
      .entries()
      .filter(({ call }) => call === 'add' || call === 'status')
      .map(({ path }) => path)
  }
}

/** An app of its own for each test of the file. */
export function useImportApp(): ImportApp {
  // A request that a kill cut off is looked for until the settle time is over.
  const app = new ImportApp({ outbox: { settleMs: 2_000 } })
  beforeEach(() => app.start())
  afterEach(() => app.stop())
  return app
}
