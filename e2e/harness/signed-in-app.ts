import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData, type RunningApp } from './launch-app.ts'
import { operatorRow, shown, signIn, signInWhereAsked } from './screen.ts'

/** The app, signed in to a sandbox of its own. */
export class SignedInApp {
  sandbox!: Sandbox
  folder!: Awaited<ReturnType<typeof temporaryUserData>>
  running!: RunningApp
  readonly #settings: object | null

  constructor(settings: object | null) {
    this.#settings = settings
  }

  get window(): Page {
    return this.running.window
  }

  async start(): Promise<void> {
    this.sandbox = await startSandbox({})
    this.folder = await temporaryUserData()
    if (this.#settings) {
      await writeFile(join(this.folder.path, 'config.json'), JSON.stringify(this.#settings))
    }
    await this.launch(`--server=${this.sandbox.address}`)
    await signIn(this.window, this.sandbox.token)
    await shown(operatorRow(this.window, 'John Smith'))
  }

  async launch(...args: string[]): Promise<void> {
    this.running = await launchApp({ userDataDir: this.folder.path, args })
  }

  async stop(): Promise<void> {
    await this.running.kill()
    await this.sandbox.stop()
    await this.folder.remove()
  }

  /** Ends the app as a power cut does and starts it again, signed in. */
  async restart(): Promise<void> {
    await this.running.kill()
    await this.launch()
    await signInWhereAsked(this.window, this.sandbox.token)
  }

  /** The status of the operator of this name, in the first organization. */
  statusOf(name: string): number | undefined {
    return this.sandbox.operators(24).find((operator) => operator.name === name)?.status
  }
}

/** An app of its own for each test of the file, with these settings beside the defaults. */
export function useSignedInApp(settings: object | null = null): SignedInApp {
  const app = new SignedInApp(settings)
  beforeEach(() => app.start())
  afterEach(() => app.stop())
  return app
}
