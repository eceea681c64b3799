import { shownKeys } from '../../shared/accelerator.ts'
import {
  type Command,
  type CommandGroup,
  commands,
  factsOf,
  keysOf
} from '../../shared/commands.ts'
import type { SavedView } from '../../shared/grid-settings.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { Organization, Scope } from '../../shared/operator.ts'
import type { OperatorRow } from '../operators/rows.ts'
import type { Action } from './actions.ts'
import { type Situation, type Unavailable, unavailable } from './availability.ts'
import { fit, type Sought, soughtIn } from './match.ts'

/** Something that the palette offers. `note`: beside its title, quieter. */
export type Item =
  | {
      readonly kind: 'command'
      readonly id: string
      readonly command: Command
      readonly title: string
      readonly note: string
      /** Its keys as people read them; empty where it has none. */
      readonly keys: string
      /** Why it cannot be chosen now; `null` where it can. */
      readonly why: Unavailable | null
    }
  | {
      readonly kind: 'action'
      readonly id: string
      readonly action: Action
      readonly title: string
      readonly note: string
    }
  | {
      readonly kind: 'organization'
      readonly id: string
      readonly scope: Scope
      readonly title: string
      readonly note: string
    }
  | {
      readonly kind: 'view'
      readonly id: string
      readonly view: SavedView
      readonly title: string
      readonly note: string
    }
  | {
      readonly kind: 'operator'
      readonly id: string
      readonly row: OperatorRow
      readonly title: string
      readonly note: string
    }

/** Items of one kind, under a heading; actions of the moment stand among the commands. */
export interface Section {
  readonly kind: Exclude<Item['kind'], 'action'>
  readonly items: readonly Item[]
}

/** What the palette chooses from. `english`: names that are understood beside those of the person's language. */
export interface Offer {
  readonly words: Messages
  readonly english: Messages
  readonly mac: boolean
  readonly situation: Situation
  /** What can be done now beside, in the person's language; and in English, in the same order. */
  readonly actions: readonly Action[]
  readonly englishActions: readonly Action[]
  readonly organizations: readonly Organization[]
  /** Saved views of the grid. */
  readonly views: readonly SavedView[]
  /** Operators of the open organization that match a text. */
  readonly operators: (text: string, most: number) => readonly OperatorRow[]
  /** Operators whose names are but similar to the text, the closest first. */
  readonly similar: readonly OperatorRow[]
}

interface Ranked {
  readonly item: Item
  readonly rank: number
}

/** So many of people and organizations are offered, and so many are looked at to find them. */
const most = 8
const mostLookedAt = 200

/** The rank of names that are but similar: after whatever fits, also after commands that do. */
const behindExact = 20

/** What is offered for a text, the best section first; every command where there is none. */
export function sectionsOf(text: string, offer: Offer): readonly Section[] {
  const sought = soughtIn(text)
  if (sought.length === 0) {
    const everything = [...commandItems(offer), ...actionItems(offer)]
    const items = everything.toSorted((one, other) => last(one) - last(other))
    return [{ kind: 'command', items }]
  }
  const all = [
    ranked('command', [...rankedCommands(sought, offer), ...rankedActions(sought, offer)]),
    ranked('organization', rankedOrganizations(sought, offer)),
    ranked('view', rankedViews(sought, offer)),
    ranked('operator', rankedOperators(sought, text, offer))
  ]
  return all.filter(({ items }) => items.length > 0).sort((one, other) => one.best - other.best)
}

function ranked(
  kind: Section['kind'],
  found: readonly Ranked[]
): Section & { readonly best: number } {
  const sorted = found.toSorted((one, other) => one.rank - other.rank)
  return {
    kind,
    items: sorted.slice(0, kind === 'command' ? undefined : most).map(({ item }) => item),
    best: sorted[0]?.rank ?? Infinity
  }
}

/** A command's name, without the dots that announce a question. */
export function titleOf(command: Command, { frame }: Pick<Messages, 'frame'>): string {
  return frame.menu.commands[command].replace(/…$/u, '')
}

/** The name of a menu. */
export function groupTitle(group: CommandGroup, { frame }: Pick<Messages, 'frame'>): string {
  return frame.menu[group].replace('&', '')
}

function commandItems({ words, mac, situation }: Offer): Item[] {
  return commands.flatMap((command) => {
    const why = unavailable(command, situation)
    if (why === 'absent' || command === 'show-palette') return []
    const [keys] = keysOf(command, mac)
    return {
      kind: 'command',
      id: command,
      command,
      title: titleOf(command, words),
      note: groupTitle(factsOf(command).group, words),
      keys: keys === undefined ? '' : shownKeys(keys, mac),
      why
    }
  })
}

function last(item: Item): number {
  return item.kind === 'command' && item.why !== null ? 1 : 0
}

function rankedCommands(sought: Sought, offer: Offer): Ranked[] {
  return commandItems(offer).flatMap((item) => {
    if (item.kind !== 'command') return []
    const group = `${item.title} ${item.note}`
    const fits = fit(sought, [item.title, group, titleOf(item.command, offer.english)])
    return fits === null ? [] : { item, rank: fits + last(item) * 0.5 }
  })
}

function actionItems({ actions }: Pick<Offer, 'actions'>): Item[] {
  return actions.map((action) => {
    const { title, note } = action
    return { kind: 'action', id: `action-${action.id}`, action, title, note }
  })
}

function rankedActions(sought: Sought, offer: Offer): Ranked[] {
  return actionItems(offer).flatMap((item, place) => {
    const english = offer.englishActions[place]?.title ?? ''
    const rank = fit(sought, [item.title, `${item.title} ${item.note}`, english])
    return rank === null ? [] : { item, rank }
  })
}

function rankedOrganizations(sought: Sought, offer: Offer): Ranked[] {
  const { organizations, words } = offer
  const named = organizations.flatMap(({ id: scope, name }): Ranked[] => {
    const title = name || words.grid.organizationNumber(scope)
    const rank = fit(sought, [title, String(scope)])
    const note = `#${scope}`
    const id = `organization-${scope}`
    const item = { kind: 'organization', id, scope, title, note } as const
    return rank === null ? [] : [{ item, rank }]
  })
  return organizations.length > 1 ? [...rankedEverywhere(sought, offer), ...named] : named
}

function rankedEverywhere(sought: Sought, { words, english }: Offer): Ranked[] {
  const title = words.grid.allOrganizations
  const rank = fit(sought, [title, english.grid.allOrganizations])
  const item = {
    kind: 'organization',
    id: 'organization-all',
    scope: 'all',
    title,
    note: ''
  } as const
  return rank === null ? [] : [{ item, rank }]
}

function rankedViews(sought: Sought, { views, words }: Offer): Ranked[] {
  return views.flatMap((view) => {
    const note = words.grid.savedViews.title
    const rank = fit(sought, [view.name, `${view.name} ${note}`])
    const { id, name: title } = view
    const item = { kind: 'view', id: `view-${id}`, view, title, note } as const
    return rank === null ? [] : { item, rank }
  })
}

function rankedOperators(sought: Sought, text: string, offer: Offer): Ranked[] {
  const { operators, similar, words } = offer
  const exact = operators(text, mostLookedAt)
  const keys = new Set(exact.map(({ key }) => key))
  const slips = similar.filter(({ key }) => !keys.has(key))
  return [
    ...exact.map((row) => ({ item: operatorItem(row, words), rank: fit(sought, [row.name]) ?? 3 })),
    ...slips.map((row, place) => {
      const item = operatorItem(row, words)
      const note = `${words.grid.similar} · ${item.note}`
      return { item: { ...item, note }, rank: behindExact + place / slips.length }
    })
  ]
}

function operatorItem(row: OperatorRow, words: Messages): Item {
  const status = words.views.status[row.status]
  const note = row.id === null ? status : `#${row.id} · ${status}`
  return { kind: 'operator', id: `operator-${row.key}`, row, title: row.name, note }
}
