import { basename, join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { AccountId } from '../../shared/account.ts'
import type { FrameCommand, WindowCommand } from '../../shared/commands.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Handlers, Notice } from '../../shared/ipc.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { copy } from '../clipboard.ts'
import { safeName } from '../file-name.ts'
import type { Log } from '../log.ts'
import type { Waiting } from '../quit.ts'
import { storageFailure } from '../courier/storage-failure.ts'

/** What these calls are made from. */
export interface FramePorts {
  readonly log: Log
  readonly notify: (notice: Notice) => void
  readonly window: () => BrowserWindow | null
  readonly saveTitle: () => string
  /** Where files are saved unless a person chooses another folder. */
  readonly downloads: () => string
  readonly painted: () => void
  readonly probe: (id: AccountId) => void
  readonly waiting: (queue: Waiting) => void
  readonly enable: (commands: readonly WindowCommand[]) => void
  readonly carryOut: (command: FrameCommand) => void
  readonly setDatabasesAside: () => Promise<Result<null, Failure>>
}

/** What the window asks of the system around it. */
export function frameHandlers(ports: FramePorts): Handlers['frame'] {
  const done = (act: () => void): null => {
    act()
    return null
  }
  return {
    ready: () => done(ports.painted),
    probe: (id) => done(() => ports.probe(id)),
    notify: (notice) => done(() => ports.notify(notice)),
    badge: (unsent, asking, sending) => done(() => ports.waiting({ unsent, asking, sending })),
    saveFile: (name, bytes) => saveFile(ports, name, bytes),
    copy: async (text, html) => {
      await copy(text, html)
      return null
    },
    logError: (message, stack) => done(() => ports.log.error(`In the window: ${message}`, stack)),
    enable: (commands) => done(() => ports.enable(commands)),
    carryOut: (command) => done(() => ports.carryOut(command)),
    setDatabasesAside: ports.setDatabasesAside
  }
}

async function saveFile(
  ports: FramePorts,
  suggestedName: string,
  bytes: Uint8Array
): Promise<Result<string | null, Failure>> {
  const options = {
    title: ports.saveTitle(),
    defaultPath: join(ports.downloads(), safeName(suggestedName))
  }
  const window = ports.window()
  const chosen = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (chosen.canceled || chosen.filePath === '') return ok(null)
  try {
    await writeFile(chosen.filePath, bytes)
    return ok(basename(chosen.filePath))
  } catch (error) {
    return failed(storageFailure(error, 'file'))
  }
}
