import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { calls, channelOf, eventChannelOf, events } from '../shared/ipc.ts'

type Call = (...args: readonly unknown[]) => Promise<unknown>

function callsOf(topic: string, names: object): Readonly<Record<string, Call>> {
  const entries = Object.keys(names).map((name): [string, Call] => {
    const channel = channelOf(topic, name)
    return [name, (...args) => ipcRenderer.invoke(channel, ...args)]
  })
  return Object.freeze(Object.fromEntries(entries))
}

/** Listens to one of the known events; the listener gets what was sent and no event object. */
function on(name: string, listener: (event: unknown) => void): () => void {
  if (!Object.hasOwn(events, name)) throw new Error('No such event')
  const channel = eventChannelOf(name)
  const forward = (_event: IpcRendererEvent, sent: unknown): void => listener(sent)
  ipcRenderer.on(channel, forward)
  return () => void ipcRenderer.off(channel, forward)
}

const topics = Object.entries(calls).map(
  ([topic, names]) => [topic, callsOf(topic, names)] as const
)

contextBridge.exposeInMainWorld('switchboard', Object.freeze({ ...Object.fromEntries(topics), on }))
