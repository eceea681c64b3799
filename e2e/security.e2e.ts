import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebContents, WebPreferences } from 'electron'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../electron/app-protocol.ts'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import type { Bridge } from '../shared/ipc.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { operatorRow, shown, signIn } from './harness/screen.ts'

/** What the page's own code can reach, as these tests run it there. */
interface PageGlobals {
  readonly switchboard: Bridge
  ran?: string
}

/** Electron tells these preferences to tests alone. */
type ContentsUnderTest = WebContents & { getLastWebPreferences(): WebPreferences }

const canary = 'Canary-7f3a9c51e0-Token'
const canaryPassword = 'Canary-Passw0rd-55aa'

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp
let page: Page

beforeEach(async () => {
  sandbox = await startSandbox({ token: canary, login: 'supervisor', password: canaryPassword })
  folder = await temporaryUserData()
  running = await launchApp({ userDataDir: folder.path, args: [`--server=${sandbox.address}`] })
  page = running.window
  await page.getByRole('button', { name: 'Connect', exact: true }).waitFor()
})

afterEach(async () => {
  await running.kill()
  await sandbox.stop()
  await folder.remove()
})

describe('the window', () => {
  it('is sandboxed and isolated, without Node, developer tools or embedded pages', async () => {
    const window = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as ContentsUnderTest
      contents.openDevTools()
      return {
        preferences: contents.getLastWebPreferences(),
        developerTools: contents.isDevToolsOpened(),
        throttled: contents.getBackgroundThrottling(),
        spellcheck: contents.session.isSpellCheckerEnabled()
      }
    })
    expect(window).toMatchObject({
      preferences: {
        sandbox: true,
        contextIsolation: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        experimentalFeatures: false
      },
      developerTools: false,
      throttled: false,
      spellcheck: false
    })
  })

  it('comes from its own protocol, and sees nothing of Node but a frozen bridge of named calls', async () => {
    expect(new URL(page.url()).protocol).toBe('app:')
    const seen = await page.evaluate(() => {
      const { switchboard } = globalThis as unknown as PageGlobals
      const parts = [switchboard, ...Object.values(switchboard)]
      return {
        node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
          (name) => name in globalThis
        ),
        frozen: parts.every((part) => typeof part === 'function' || Object.isFrozen(part)),
        topics: Object.keys(switchboard).sort()
      }
    })
    expect(seen).toEqual({
      node: [],
      frozen: true,
      topics: ['courier', 'frame', 'on', 'operators', 'sandbox', 'session', 'settings']
    })
  })

  it('gets its files with the content security policy, and no others', async () => {
    const answers = await page.evaluate(async () => {
      const of = async (path: string): Promise<[number, string | null]> => {
        const answer = await fetch(path)
        return [answer.status, answer.headers.get('content-security-policy')]
      }
      return [await of('/index.html'), await of('/..%2f..%2fmain/main.js'), await of('/missing.js')]
    })
    expect(answers).toEqual([
      [200, contentSecurityPolicy],
      [404, contentSecurityPolicy],
      [404, contentSecurityPolicy]
    ])
  })

  it('runs no inline script, no text as code, and reaches no other server', async () => {
    const awaited = ['connect-src', 'frame-src', 'require-trusted-types-for', 'style-src-elem']
    const facts = { address: sandbox.address, awaited }
    const outcome = await page.evaluate(async ({ address, awaited }) => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective)
      )
      const attempt = (act: () => void): void => {
        try {
          act()
        } catch {
          // Refused at once: that is what is wanted.
        }
      }
      attempt(() => {
        const script = document.createElement('script')
        script.append(document.createTextNode("globalThis.ran = 'inline'"))
        document.body.append(script)
      })
      attempt(() => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      })
      attempt(() => {
        const style = document.createElement('style')
        style.append('body { opacity: 0.5 }')
        document.head.append(style)
      })
      attempt(() => void Reflect.apply(setTimeout, undefined, ["globalThis.ran = 'text'"]))
      const fetched = await fetch(`${address}/api/company/organization`).then(
        () => 'answered',
        () => 'refused'
      )
      // The browser tells of a violation when it comes to it.
      const until = performance.now() + 20_000
      while (!awaited.every((one) => violations.includes(one)) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50))
      const { ran } = globalThis as unknown as PageGlobals
      return {
        ran,
        fetched,
        opacity: getComputedStyle(document.body).opacity,
        violations: [...new Set(violations)].sort()
      }
    }, facts)
    expect(outcome).toMatchObject({ fetched: 'refused', opacity: '1' })
    expect(outcome.ran).toBeUndefined()
    expect(outcome.violations).toEqual(expect.arrayContaining(awaited))
    expect(sandbox.ledger.entries()).toEqual([])
  })

  it('is granted no permission but storage that lasts', async () => {
    const granted = await page.evaluate(async () => {
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state
      const works = (promise: Promise<unknown>): Promise<boolean> =>
        promise.then(
          () => true,
          () => false
        )
      return {
        notifications: await Notification.requestPermission(),
        geolocation: await state('geolocation'),
        camera: await works(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await works(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await works(navigator.clipboard.readText()),
        storage: await navigator.storage.persist()
      }
    })
    expect(granted).toEqual({
      notifications: 'denied',
      geolocation: 'denied',
      camera: false,
      screen: false,
      clipboard: false,
      storage: true
    })
  })

  it('stays where it is: no navigation, no new window, no download', async () => {
    const before = page.url()
    const opened = await page.evaluate((address) => {
      const link = (target: string, download: boolean): void => {
        const anchor = document.createElement('a')
        anchor.href = address
        anchor.target = target
        if (download) anchor.download = 'a.txt'
        document.body.append(anchor)
        anchor.click()
      }
      link('_self', false)
      link('_blank', false)
      link('_self', true)
      location.assign(address)
      location.assign('file:///etc/passwd')
      return window.open(address) === null
    }, sandbox.address)
    expect(opened).toBe(true)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(page.url()).toBe(before)
    expect(running.app.windows()).toHaveLength(1)
    expect(sandbox.ledger.entries()).toEqual([])
  })
})

describe('the border', () => {
  it('answers no page but the window’s own, though it has the same preload and origin', async () => {
    const opened = running.app.waitForEvent('window')
    await running.app.evaluate(({ app, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as ContentsUnderTest
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      const { session } = contents
      const second = new BrowserWindow({
        show: false,
        webPreferences: { preload, session, sandbox: true }
      })
      void second.loadURL(contents.getURL())
    })
    const foreign = await opened
    const call = (of: Page): Promise<string> =>
      of.evaluate(() =>
        (globalThis as unknown as PageGlobals).switchboard.session.start().then(
          () => 'answered',
          (error: unknown) => String(error)
        )
      )
    expect(await call(foreign)).toContain('Refused')
    expect(await call(page)).toBe('answered')
  })

  it('refuses malformed arguments, and goes on', async () => {
    const answers = await page.evaluate(async () => {
      const { session, settings } = (globalThis as unknown as PageGlobals).switchboard
      const outcome = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'answered',
          (error: unknown) => String(error)
        )
      return [
        await outcome(session.open('../../etc')),
        await outcome(settings.change({ zoom: 1e9 })),
        await outcome(session.start())
      ]
    })
    expect(answers[0]).toContain('Malformed arguments: session.open')
    expect(answers[1]).toContain('Malformed arguments: settings.change')
    expect(answers[2]).toBe('answered')
  })
})

describe('a token', () => {
  it('is nowhere after signing in but with main and the keychain: not in the page, a file or any output', async () => {
    await signIn(page, canary)
    await shown(operatorRow(page, 'John Smith'))
    expect(await everythingIn(page)).not.toContain(canary)
    await provokeErrors(page)
    await running.quit()
    expect(running.output()).not.toContain(canary)
    expect(await filesWith([canary], folder.path)).toEqual([])
  })

  it('is exchanged for login and password, which are stored nowhere', async () => {
    await page.getByLabel('Login', { exact: true }).fill('supervisor')
    await page.getByLabel('Password', { exact: true }).fill(canaryPassword)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await shown(operatorRow(page, 'John Smith'))
    expect(await everythingIn(page)).not.toContain(canaryPassword)
    await running.quit()
    expect(running.output()).not.toContain(canaryPassword)
    expect(await filesWith([canaryPassword, canary], folder.path)).toEqual([])
  })
})

/** Everything that the page shows or holds in its fields. */
function everythingIn(of: Page): Promise<string> {
  return of.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[]
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n')
  })
}

/** Calls that fail at the border, at the service and in the window, so that the log has something to say. */
function provokeErrors(of: Page): Promise<void> {
  return of.evaluate(async (token) => {
    const { session, operators, frame } = (globalThis as unknown as PageGlobals).switchboard
    await session.open({ token } as never).catch(() => undefined)
    const { accounts } = await session.start()
    const id = accounts[0]?.id ?? ''
    await operators.list(id, 999_999, 'person')
    await frame.logError(`Failed with Bearer ${token}`, `Error: ${token}\n  at nowhere`)
  }, canary)
}

/** Files below a folder that hold one of these texts, as UTF-8, UTF-16 or base64. */
async function filesWith(texts: readonly string[], folderPath: string): Promise<string[]> {
  const forms = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/u, ''))
  ])
  const names = await readdir(folderPath, { recursive: true })
  const found: string[] = []
  for (const name of names) {
    const path = join(folderPath, name)
    if (!(await stat(path).catch(() => null))?.isFile()) continue
    const bytes = await readFile(path)
    if (forms.some((form) => bytes.includes(form))) found.push(name)
  }
  return found
}
