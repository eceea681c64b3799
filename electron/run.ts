import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  app,
  ipcMain,
  nativeTheme,
  powerMonitor,
  session,
  type Session,
  type WebContents
} from 'electron'
import type { Handlers, Start } from '../shared/ipc.ts'
import { localeOf, spoken } from '../shared/messages/choose.ts'
import type { Messages } from '../shared/messages/messages.ts'
import type { Settings } from '../shared/settings.ts'
import { appPartition, pageOf } from './app-origin.ts'
import { serveApp } from './app-protocol.ts'
import { createBackend, type Backend } from './backend.ts'
import { Desktop } from './desktop.ts'
import { frameTexts } from './frame-texts.ts'
import { frameHandlers } from './handlers/frame.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { answerCalls } from './ipc.ts'
import type { LaunchOptions } from './launch-options.ts'
import { createLog, type Log } from './log.ts'
import { createOpenings, type Openings } from './opening.ts'
import { policyFileOf, readPolicy } from './policy.ts'
import { createPreferences, type Preferences } from './preferences.ts'
import { createQuitting, whatStays, type Quitting } from './quit.ts'
import { surviveFaults } from './recovery.ts'
import { guardContents, guardSession } from './security.ts'
import { setDatabasesAside } from './set-databases-aside.ts'
import { openSettings } from './settings.ts'

type Texts = Messages['frame']

/** How long quitting waits for what is in flight, ms. */
const farewellMs = 3_000

/** Where the built files lie, seen from this one. */
const built = {
  page: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  listWorker: join(import.meta.dirname, 'list-worker.js'),
  icon: join(import.meta.dirname, '../../resources/icon.png')
}

/** Builds everything once and joins it; the app is ready. */
export function run(options: LaunchOptions): void {
  const ground = createGround(options)
  const { log, preferences, page, facts } = ground
  const texts = (): Texts => frameTexts[localeOf(preferences.settings().locale, facts.systemLocale)]
  const desktop = new Desktop({
    ...{
      log,
      logFolder: ground.logFolder,
      preferences,
      page,
      preload: built.preload,
      icon: built.icon
    },
    texts,
    quitting: () => quitting.begun(),
    changeZoom: (zoom) => void settings.change({ zoom })
  })
  const ownSession = session.fromPartition(appPartition)
  protect(ownSession, page, log)
  const backend = createBackend({
    ...{ ...ground, tell: desktop.tell },
    spawnListWorker: () => new Worker(built.listWorker),
    resolveProxy: (url) => ownSession.resolveProxy(url)
  })
  const parts: Parts = { desktop, backend, texts, facts }
  const settings = settingsHandlers(preferences, (changed) => apply(changed, parts))
  const quitting = createAppQuitting(parts)
  const handlers: Handlers = { ...backend.handlers, settings, frame: frameOf(parts, ground) }
  const contents = (): WebContents | null => desktop.window()?.webContents ?? null
  answerCalls(ipcMain, handlers, { origin: page.origin, contents, report: log.error })
  listen(parts, quitting)
  about(facts, texts())
  nativeTheme.themeSource = preferences.settings().theme
  desktop.open()
}

interface Ground {
  readonly folder: string
  readonly logFolder: string
  readonly log: Log
  readonly preferences: Preferences
  readonly openings: Openings
  readonly facts: Pick<Start, 'settingsNotice' | 'systemLocale' | 'platform' | 'versions'>
  readonly page: ReturnType<typeof pageOf>
}

/** What everything else stands on: folders, the log, what is remembered. */
function createGround(options: LaunchOptions): Ground {
  const folder = app.getPath('userData')
  const logFolder = app.getPath('logs')
  const log = createLog(logFolder)
  surviveFaults(log)
  const policy = readPolicy(policyFileOf(process.platform), log.warn)
  const { file, notice } = openSettings(folder)
  const preferences = createPreferences(file, policy)
  const openings = createOpenings({ preferences, options, policyServer: policy.server })
  const facts = factsOf(notice)
  log.info('Switchboard starts.', facts.versions)
  const page = pageOf(process.env['ELECTRON_RENDERER_URL'], app.isPackaged)
  return { folder, logFolder, log, preferences, openings, facts, page }
}

function frameOf({ desktop, backend, texts }: Parts, { log }: Ground): Handlers['frame'] {
  return frameHandlers({
    ...{ log, notify: desktop.notify, window: desktop.window },
    saveTitle: () => texts().saveTitle,
    downloads: () => app.getPath('downloads'),
    painted: () =>
      log.info(
        `The first rows were painted ${Math.round(process.uptime() * 1_000)} ms after the start.`
      ),
    probe: () => backend.online.probeNow(),
    waiting: desktop.waiting,
    enable: desktop.menu.enable,
    carryOut: desktop.carryOut,
    setDatabasesAside: () =>
      setDatabasesAside(session.fromPartition(appPartition), app.getPath('userData'))
  })
}

function factsOf(settingsNotice: Start['settingsNotice']): Ground['facts'] {
  const { electron, chrome, node } = process.versions
  const { platform } = process
  return {
    settingsNotice,
    systemLocale: app.getPreferredSystemLanguages().find(isSpoken) ?? app.getLocale(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    versions: { app: app.getVersion(), electron, chromium: chrome, node }
  }
}

/** A person who prefers Italian, then Hebrew, is better off with Hebrew than with English. */
function isSpoken(tag: string): boolean {
  return spoken(tag) !== null
}

function protect(ownSession: Session, page: ReturnType<typeof pageOf>, log: Log): void {
  serveApp(ownSession.protocol, built.page)
  guardSession(ownSession, page.origin)
  guardSession(session.defaultSession, page.origin)
  guardContents(app, page.origin, (what) => log.warn(`Refused ${what}.`))
}

interface Parts {
  readonly desktop: Desktop
  readonly backend: Backend
  readonly facts: Ground['facts']
  /** In the language of this moment. */
  readonly texts: () => Texts
}

/** Settings that main itself obeys take effect at once; the window is told of all. */
function apply(settings: Settings, { desktop, backend, facts, texts }: Parts): void {
  backend.service.pace.setPerSecond(settings.requestsPerSecond)
  nativeTheme.themeSource = settings.theme
  desktop.window()?.webContents.setZoomFactor(settings.zoom)
  desktop.menu.rename()
  about(facts, texts())
  desktop.tell('settings', settings)
}

function createAppQuitting({ desktop, backend, texts }: Parts): Quitting {
  return createQuitting({
    announce: () => desktop.tell('quitting', null),
    calm: () => backend.finish(farewellMs),
    sayWhatStays() {
      const notice = whatStays(desktop.queued(), texts().quitting)
      if (notice) desktop.notifier.show(notice)
    },
    stop: backend.stop,
    quit: () => app.quit()
  })
}

function listen({ desktop, backend }: Parts, quitting: Quitting): void {
  app.on('second-instance', desktop.show)
  app.on('activate', desktop.show)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (quitting.beforeQuit() === 'wait') event.preventDefault()
  })
  const awake = (): void => {
    desktop.tell('resumed', null)
    backend.online.probeNow()
  }
  powerMonitor.on('resume', awake)
  powerMonitor.on('unlock-screen', awake)
}

function about({ versions }: Pick<Start, 'versions'>, { about: told }: Texts): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: versions.app,
    version: told.runtime(versions.electron, versions.chromium, versions.node),
    credits: told.credits
  })
}
