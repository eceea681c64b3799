import type { Failure } from '../../shared/failure.ts'
import type { Handlers } from '../../shared/ipc.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Preferences } from '../preferences.ts'

/** Changing settings; `changed` is told what holds now. */
export function settingsHandlers(
  preferences: Preferences,
  changed: (settings: Settings) => void
): Handlers['settings'] {
  return {
    change(change): Result<Settings, Failure> {
      const written = preferences.change(change)
      if (written.ok) changed(written.value)
      return written
    }
  }
}
