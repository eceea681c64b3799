import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { calls, channelOf, type Handlers } from '../shared/ipc.ts'
import { appOrigin } from './app-origin.ts'
import { answerCalls, isTrusted } from './ipc.ts'

const page = { url: 'app://switchboard/index.html', parent: null }
const contents = { name: 'the window' }

describe('a sender', () => {
  it('is trusted at the top of the registered page, at its own origin', () => {
    expect(isTrusted({ contents, frame: page }, contents, appOrigin)).toBe(true)
  })

  it('is not trusted from any other place', () => {
    const foreign = [
      { contents: { name: 'another' }, frame: page },
      { contents, frame: null },
      { contents, frame: { ...page, parent: page as never } },
      { contents, frame: { ...page, url: 'app://switchboard.evil/index.html' } },
      { contents, frame: { ...page, url: 'https://chat.example/' } },
      { contents, frame: { ...page, url: 'about:blank' } }
    ]
    for (const sender of foreign) expect(isTrusted(sender, contents, appOrigin)).toBe(false)
  })

  it('is not trusted before there is a window', () => {
    expect(isTrusted({ contents: null, frame: page }, null, appOrigin)).toBe(false)
  })
})

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>

function border(settingsChange: (change: unknown) => unknown) {
  const listeners = new Map<string, Listener>()
  const reports: string[] = []
  const handlers = { ...calls, settings: { change: settingsChange } } as unknown as Handlers
  const handle = (channel: string, listener: Listener): void =>
    void listeners.set(channel, listener)
  answerCalls({ handle }, handlers, {
    origin: appOrigin,
    contents: () => contents as never,
    report: (what, error) => reports.push(`${what} ${JSON.stringify(error)}`)
  })
  const invoke = async (
    channel: string,
    args: unknown[],
    sender: unknown = contents
  ): Promise<unknown> => listeners.get(channel)?.({ sender, senderFrame: page } as never, ...args)
  return { listeners, reports, invoke }
}

describe('the border', () => {
  it('answers every call of the contract and none besides', () => {
    const expected = Object.entries(calls).flatMap(([topic, names]) =>
      Object.keys(names).map((call) => channelOf(topic, call))
    )
    expect([...border(() => null).listeners.keys()]).toEqual(expected)
  })

  it('hands parsed arguments to the handler', async () => {
    const { invoke } = border((change) => change)
    expect(await invoke('settings.change', [{ theme: 'dark' }])).toEqual({ theme: 'dark' })
  })

  it('refuses a foreign sender before it looks at anything', async () => {
    const { invoke, reports } = border(() => 'done')
    await expect(
      invoke('settings.change', [{ theme: 'dark' }], { name: 'another' })
    ).rejects.toThrow('Refused')
    expect(reports).toHaveLength(1)
  })

  it('refuses malformed arguments without repeating them', async () => {
    const { invoke, reports } = border(() => 'done')
    for (const args of [[], [{ theme: 'canary' }], [{}, 'canary'], [{ canary: 1 }], ['canary']]) {
      await expect(invoke('settings.change', args)).rejects.toThrow(
        'Malformed arguments: settings.change'
      )
    }
    expect(reports.filter((report) => report.includes('"canary"'))).toEqual([])
  })

  it('reports a bug, and keeps its words from the window', async () => {
    const { invoke, reports } = border(() => {
      throw new Error('canary')
    })
    const error: unknown = await invoke('settings.change', [{}]).catch((caught: unknown) => caught)
    expect(String(error)).toContain('A bug in settings.change')
    expect(String(error)).not.toContain('canary')
    expect(reports).toHaveLength(1)
  })
})
