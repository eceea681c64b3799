import { withUnit, type Row } from './row.ts'

/** The rows as a Markdown table. */
export function markdownTable(rows: readonly Row[]): string {
  const peers = [...new Set(rows.flatMap((row) => Object.keys(row.peers)))]
  const head = ['work', 'floor', ...peers, 'ours', 'ratio', 'goal', 'met']
  const lines = rows.map((row) => [
    row.name,
    value(row.floor, row.unit),
    ...peers.map((peer) => value(row.peers[peer] ?? null, row.unit)),
    value(row.ours, row.unit),
    row.ratio === null ? '–' : `${row.ratio}×`,
    row.goal === 'none' ? '–' : row.goal,
    verdict(row)
  ])
  return [head, head.map(() => '---'), ...lines].map(line).join('\n')
}

/** The rows for a terminal, columns aligned. */
export function plainTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    value(row.floor, row.unit),
    value(row.ours, row.unit),
    row.ratio === null ? '' : `${row.ratio}×`,
    row.goal === 'none' ? '' : row.goal,
    verdict(row)
  ])
  const all = [['', 'floor', 'ours', 'ratio', 'goal', 'met'], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)))
  return all.map((cells) => padded(cells, widths ?? [])).join('\n')
}

function verdict(row: Row): string {
  if (row.goal === 'none') return '–'
  return row.met ? 'yes' : '**no**'
}

function padded(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd()
}

function value(number: number | null, unit: string): string {
  return number === null ? '–' : withUnit(number, unit)
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
