import { sizeNames, type Sizes } from './growth.ts'
import { machineText, type Machine } from './machine.ts'
import type { Million } from './million.ts'
import type { Soaked } from './soaked.ts'

/** What a run of its own found, and on which machine. */
export interface OwnRun<Found> {
  readonly machine: Machine
  readonly found: Found
}

/** A million operators, in Markdown. */
export function millionText({ machine, found }: OwnRun<Million>): string {
  const { operators, organizations, before, fetched, again } = found
  const head = ['', 'opening one: median', 'slowest', 'heap', 'window', 'all processes']
  const memory = ({ heap, window, all }: Million['before']): string[] =>
    [heap, window, all].map((mb) => `${mb.toFixed(0)} MB`)
  const times = (visit: Million['fetched']): string[] =>
    [visit.median, visit.slowest].map((ms) => `${ms.toFixed(0)} ms`)
  return [
    '### A million operators',
    `${operators.toLocaleString('en')} operators over ${organizations} organizations, every one opened twice by a click. ` +
      `At sign-in ${found.requestsAtFirst} list was asked for, in all ${found.requests}. ` +
      `Started again without a server, rows show after ${found.started.toFixed(0)} ms. ${machineText(machine)}.`,
    table([
      head,
      ['one open', '–', '–', ...memory(before)],
      ['every one fetched', ...times(fetched), ...memory(fetched)],
      ['every one again, from the disk', ...times(again), ...memory(again)]
    ])
  ].join('\n\n')
}

const soakWords: Readonly<Record<keyof Sizes, string>> = {
  heap: 'heap of the window',
  nodes: 'nodes of the page',
  listeners: 'listeners of the page',
  workers: 'workers of the page',
  mainHeap: 'heap of main',
  resources: 'what main waits for',
  files: 'open files of main',
  database: 'databases on the disk',
  journal: 'journals on the disk'
}
const bytes: ReadonlySet<keyof Sizes> = new Set(['heap', 'mainHeap', 'database', 'journal'])

/** Hours in the built app, in Markdown. */
export function soakText({ machine, found }: OwnRun<Soaked>): string {
  const { stretches, minutes, requests, middle, end, growth, allowed } = found
  const cells = sizeNames.map((name) => [
    soakWords[name],
    ...[middle, end, growth, allowed].map((sizes) => amount(name, sizes[name]))
  ])
  return [
    '### A working day in the built app',
    `${stretches} stretches of five minutes, as fast as the app takes them: ${requests} requests in ${minutes.toFixed(1)} minutes. ${machineText(machine)}.`,
    table([['', 'after half', 'at the end', 'growth over the second half', 'allowed'], ...cells])
  ].join('\n\n')
}

function amount(name: keyof Sizes, value: number): string {
  return bytes.has(name) ? `${(value / 1_000_000).toFixed(2)} MB` : `${Math.round(value)}`
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '--:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
