import type { Failure } from '../../shared/failure.ts'
import type { Bridge, Start } from '../../shared/ipc.ts'
import type { Settings, SettingsChange } from '../../shared/settings.ts'

/** The settings as the window uses them: kept by the main process, changed through it. */
export class Preferences {
  readonly #bridge: Pick<Bridge, 'settings' | 'on'>
  /** Settings that an administrator fixed. */
  readonly managed: readonly (keyof Settings)[]
  now: Settings
  /** Why the last change could not be stored. */
  failure: Failure | null = $state.raw(null)

  constructor(bridge: Pick<Bridge, 'settings' | 'on'>, start: Pick<Start, 'settings' | 'managed'>) {
    this.#bridge = bridge
    this.managed = start.managed
    this.now = $state.raw(start.settings)
  }

  /** Follows changes made elsewhere; returns how to stop. */
  begin(): () => void {
    return this.#bridge.on('settings', (settings) => (this.now = settings))
  }

  /** Stores a change; what is left out stays. */
  async change(change: SettingsChange): Promise<void> {
    const result = await this.#bridge.settings.change(change)
    if (result.ok) this.now = result.value
    this.failure = result.ok ? null : result.failure
  }
}
