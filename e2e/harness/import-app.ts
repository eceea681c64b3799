import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData, type RunningApp } from './launch-app.ts'
import { operatorRow, shown, signIn, signInWhereAsked } from './screen.ts'

/** The app, signed in to a sandbox of its own, as tests of importing use it. */
export class ImportApp {
  sandbox!: Sandbox
  folder!: Awaited<ReturnType<typeof temporaryUserData>>
  running!: RunningApp

  get window(): Page {
    return this.running.window
  }

  async start(): Promise<void> {
    this.sandbox = await startSandbox({})
    this.folder = await temporaryUserData()
    // A request that a kill cut off is looked for until the settle time is over.
    await writeFile(join(this.folder.path, 'config.json'), '{"outbox":{"settleMs":2000}}')
    const args = [`--server=${this.sandbox.address}`]
    this.running = await launchApp({ userDataDir: this.folder.path, args })
    await signIn(this.window, this.sandbox.token)
    await shown(operatorRow(this.window, 'John Smith'))
  }

  async stop(): Promise<void> {
    await this.running.kill()
    await this.sandbox.stop()
    await this.folder.remove()
  }

  /** Ends the app as a power cut does and starts it again, signed in. */
  async restart(): Promise<void> {
    await this.running.kill()
    this.running = await launchApp({ userDataDir: this.folder.path })
    await signInWhereAsked(this.window, this.sandbox.token)
  }

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

  statusOf(name: string): number | undefined {
    return this.sandbox.operators(24).find((operator) => operator.name === name)?.status
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
  const app = new ImportApp()
  beforeEach(() => app.start())
  afterEach(() => app.stop())
  return app
}
