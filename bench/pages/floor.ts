// A grid with nothing in it but what the work asks for: rows by number, thirty elements, one string to
// search, one order by name. No framework, no states, no keys: what any real grid is measured against.
import { foldNames, namesOf } from '../../renderer/operators/fold.ts'
import { nameAt, pack, type OperatorColumns } from '../../shared/operator-columns.ts'
import { people } from './people.ts'

const rowHeight = 32
const spare = 4
const words = ['Active', 'Inactive', 'Deleted']

const grid = found('[role="grid"]')
const viewport = found('.viewport')
const space = found('.space')
const box = found('input') as HTMLInputElement

const nobody = pack([])
const everybody = await people()
const names = namesOf(everybody)
const { compare } = new Intl.Collator('en', { numeric: true })
const byName = Uint32Array.from(names.keys()).sort((one, other) =>
  compare(names[one] ?? '', names[other] ?? '')
)
const { text, starts } = foldNames(names)

let columns: OperatorColumns = nobody
let order = new Uint32Array(0)
let sorted: Uint32Array | null = null

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`The page has no ${selector}`)
  return element
}

/** The rows to show, in their order: neither deleted nor without the text. */
function compute(): void {
  const matching = box.value === '' ? null : matches(box.value.toLowerCase())
  const next = new Uint32Array(columns.ids.length)
  let length = 0
  for (let at = 0; at < columns.ids.length; at += 1) {
    const row = sorted?.[at] ?? at
    if (columns.statuses[row] !== 2 && matching?.[row] !== 0) next[length++] = row
  }
  order = next.subarray(0, length)
  grid.ariaRowCount = `${length + 1}`
  space.style.blockSize = `${length * rowHeight}px`
}

function matches(wanted: string): Uint8Array {
  const matching = new Uint8Array(columns.ids.length)
  let row = 0
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[row + 1])) {
    while ((starts[row + 1] ?? Infinity) <= at) row += 1
    matching[row] = 1
  }
  return matching
}

const elements: HTMLElement[] = []

function element(): HTMLElement {
  const made = document.createElement('div')
  made.role = 'row'
  for (let cell = 0; cell < 4; cell += 1) made.append(document.createElement('div'))
  for (const cell of made.children) cell.role = 'gridcell'
  space.append(made)
  elements.push(made)
  return made
}

function paint(): void {
  const first = Math.max(0, Math.floor(viewport.scrollTop / rowHeight) - spare)
  const count = Math.ceil(viewport.clientHeight / rowHeight) + 2 * spare
  const last = Math.min(order.length, first + count)
  for (let at = first; at < last; at += 1) fill(elements[at % count] ?? element(), at)
  elements.forEach((one, at) => (one.hidden = at >= last - first && order.length < count))
}

function fill(one: HTMLElement, at: number): void {
  const row = order[at] ?? 0
  const [name, id, status, organization] = one.children
  one.style.insetBlockStart = `${at * rowHeight}px`
  one.ariaRowIndex = `${at + 2}`
  if (!name || !id || !status || !organization) return
  name.textContent = nameAt(columns, row)
  id.textContent = `${columns.ids[row] ?? ''}`
  status.textContent = words[columns.statuses[row] ?? 0] ?? ''
  organization.textContent = 'Large contact centre'
}

function show(): void {
  compute()
  viewport.scrollTop = 0
  paint()
}

for (const button of document.querySelectorAll<HTMLButtonElement>('li button')) {
  button.disabled = false
  button.addEventListener('click', () => {
    columns = button.textContent === 'Nobody' ? nobody : everybody
    show()
  })
}
found('[role="columnheader"] button').addEventListener('click', () => {
  sorted = sorted ? null : byName
  show()
})
box.addEventListener('input', show)
viewport.addEventListener('scroll', paint)
