/** What happened in histories, to be added up. */
export interface Figures {
  readonly histories: number
  /** Accepted edits, and how many of them add. */
  readonly edits: number
  readonly adds: number
  readonly requests: number
  /** Questions to a person. */
  readonly asked: number
  readonly kills: number
  /** Operators of ours more than were asked for, of which a person was told. */
  readonly told: number
  /** Such rows whose watch was over: with a lost store, or by a clock that was set forward. */
  readonly forgotten: number
  readonly duplicates: number
  readonly losses: number
}

/** Nothing has happened yet. */
export const noFigures: Figures = {
  histories: 0,
  edits: 0,
  adds: 0,
  requests: 0,
  asked: 0,
  kills: 0,
  told: 0,
  forgotten: 0,
  duplicates: 0,
  losses: 0
}

/** Two of them together. */
export function added(one: Figures, other: Figures): Figures {
  const names = Object.keys(one) as (keyof Figures)[]
  const sums = names.map((name) => [name, one[name] + other[name]] as const)
  return { ...one, ...Object.fromEntries(sums) }
}

/** The invariants that every history is held against. */
const checked = 'I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I12 I13 I15'

/** The figures in a few lines. */
export function summary(figures: Figures): readonly string[] {
  const { histories, edits, adds, requests, kills, asked, told, forgotten, duplicates, losses } =
    figures
  const share = edits === 0 ? 0 : (asked / edits) * 100
  return [
    `histories ${histories}, edits ${edits} (${adds} adds), requests ${requests}, kills ${kills}`,
    `duplicates ${duplicates}, losses ${losses}, extra rows that a person was told of ${told}, whose watch was over ${forgotten}`,
    `asked of a person ${asked} (${share.toFixed(2)} % of the edits)`,
    `held against ${checked}`
  ]
}
