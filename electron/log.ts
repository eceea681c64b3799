import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import electronLog from 'electron-log/node'
import { redact } from './redact.ts'

/** The app's diary. Nothing reaches a file or a console before it is redacted. */
export interface Log {
  info(what: string, details?: unknown): void
  warn(what: string, details?: unknown): void
  error(what: string, error?: unknown): void
  /** From now on this value is removed from everything that is written. */
  conceal(secret: string): void
}

const kept = 3

/** Writes to `main.log` in a folder, at most 2 MB and three older files, and to the console. */
export function createLog(folder: string): Log {
  const secrets = new Set<string>()
  const logger = electronLog.create({ logId: 'switchboard' })
  logger.hooks.push((message) => ({
    ...message,
    data: message.data.map((part: unknown) =>
      redact(typeof part === 'string' ? part : describe(part), secrets)
    )
  }))
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log')
  logger.transports.file.maxSize = 2_000_000
  logger.transports.file.archiveLogFn = ({ path }) => rotate(path)
  logger.transports.file.level = 'info'
  logger.transports.console.level = 'warn'
  return {
    info: (what, details) => logger.info(...parts(what, details)),
    warn: (what, details) => logger.warn(...parts(what, details)),
    error: (what, error) => logger.error(...parts(what, error)),
    conceal: (secret) => void secrets.add(secret)
  }
}

function parts(what: string, details: unknown): readonly unknown[] {
  return details === undefined || details === null ? [what] : [what, details]
}

function describe(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 120, maxArrayLength: 50, maxStringLength: 2_000 })
}

function rotate(path: string): void {
  const older = (age: number): string => `${path}.${age}`
  rmSync(older(kept), { force: true })
  for (let age = kept - 1; age >= 1; age -= 1) {
    if (existsSync(older(age))) renameSync(older(age), older(age + 1))
  }
  renameSync(path, older(1))
}
