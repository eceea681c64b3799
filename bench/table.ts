import { withUnit, type Measure } from './measure.ts'
import type { Row } from './row.ts'
import type { Size } from './sizes.ts'

/** The rows as a Markdown table: a row for each line, a line in its cells for each number. */
export function markdownTable(rows: readonly Row[]): string {
  const head = ['work', 'floor', 'peers', 'ours', 'goal', 'met']
  const cells = rows.map(({ name, met, measures }) => [
    name,
    stacked(measures, floorText),
    stacked(measures, peersText),
    stacked(measures, oursText),
    measures.map(goalText).join('<br>'),
    met ? 'yes' : '**no**'
  ])
  return [head, head.map(() => '---'), ...cells].map(line).join('\n')
}

/** Why goals are not met, as a Markdown list; empty where all are. */
export function markdownReasons(rows: readonly Row[]): string {
  return rows
    .filter(({ met }) => !met)
    .map(({ name, measures, reason }) => {
      const missed = measures.filter(({ met }) => !met).map(missedText)
      return `- **${name}** (${missed.join('; ')}): ${reason ?? ''}`
    })
    .join('\n')
}

/** The rows for a terminal, a line for each number, columns aligned. */
export function plainTable(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ name, measures }) =>
    measures.map((measure) => [
      measure.what === '' ? name : `${name}: ${measure.what}`,
      floorText(measure),
      peersText(measure),
      oursText(measure),
      goalText(measure),
      verdict(measure)
    ])
  )
  const all = [['', 'floor', 'peers', 'ours', 'goal', 'met'], ...cells]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((texts) => texts[at]?.length ?? 0)))
  return all.map((texts) => padded(texts, widths ?? [])).join('\n')
}

/** One text of each number, named where there are several; nothing where none has one. */
function stacked(measures: readonly Measure[], text: (measure: Measure) => string): string {
  const texts = measures.map((measure) => [measure.what, text(measure)] as const)
  if (texts.every(([, of]) => of === '–')) return '–'
  return texts.map(([what, of]) => (what === '' ? of : `${what}: ${of}`)).join('<br>')
}

function floorText({ floor, unit }: Measure): string {
  return floor === null ? '–' : withUnit(floor, unit)
}

function peersText({ peers, unit }: Measure): string {
  const texts = Object.entries(peers).map(([name, value]) => `${name} ${withUnit(value, unit)}`)
  return texts.length === 0 ? '–' : texts.join(', ')
}

function oursText({ ours, unit, ratio }: Measure): string {
  const text = withUnit(ours, unit)
  return ratio === null ? text : `${text} (${ratio}×)`
}

function goalText({ goal }: Measure): string {
  return goal === 'none' ? '–' : goal
}

function missedText(measure: Measure): string {
  const text = `${oursText(measure)}, wanted ${measure.goal}`
  return measure.what === '' ? text : `${measure.what} ${text}`
}

function verdict({ goal, met }: Measure): string {
  if (goal === 'none') return '–'
  return met ? 'yes' : 'NO'
}

function padded(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd()
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** Numbers that no goal is set for, as a Markdown table. */
export function markdownExtras(extras: readonly Measure[]): string {
  const cells = extras.map((measure) => [
    measure.what,
    floorText(measure),
    peersText(measure),
    oursText(measure)
  ])
  const head = ['10,000 operators shown', 'an empty window', 'peers', 'ours']
  return [head, head.map(() => '---'), ...cells].map(line).join('\n')
}

/** The parts of the app as a Markdown table, in kB. */
export function markdownSizes(sizes: readonly Size[]): string {
  const cells = sizes.map(({ part, files, bytes, zipped }) => [
    part,
    `${files}`,
    kilobytes(bytes),
    zipped === 0 ? '–' : kilobytes(zipped)
  ])
  const head = ['part', 'files', 'kB', 'kB, zipped']
  return [head, ['---', '--:', '--:', '--:'], ...cells].map(line).join('\n')
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(bytes < 100_000 ? 1 : 0)
}
