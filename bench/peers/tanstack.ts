// TanStack's two headless packages with the least markup that they can have: one element a row, by key.
import {
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_text,
  tableFeatures
} from '@tanstack/table-core'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer
} from '@tanstack/virtual-core'
import { gridPlace, serve, type Person } from './peer-page.ts'

const rowHeight = 32
const place = gridPlace()
place.innerHTML = `
  <div role="grid" aria-label="Operators" aria-rowcount="1" class="tanstack">
    <div role="row" class="line"><div role="columnheader"><button>Name</button></div>
      <div role="columnheader">ID</div><div role="columnheader">Status</div>
      <div role="columnheader">Organization</div></div>
    <div class="viewport"><div class="space"></div></div>
  </div>`
const grid = found('[role=grid]')
const viewport = found('.viewport')
const space = found('.space')

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { text: sortFn_text }
})
const helper = createColumnHelper<typeof features, Person>()
const columns = helper.columns([
  helper.accessor('name', { header: 'Name', sortFn: 'text' }),
  helper.accessor('id', { header: 'ID', enableGlobalFilter: false }),
  helper.accessor('status', { header: 'Status', enableGlobalFilter: false }),
  helper.accessor('organization', { header: 'Organization', enableGlobalFilter: false })
])
const table = constructTable({
  features,
  columns,
  data: [] as Person[],
  globalFilterFn: 'includesString',
  getRowId: ({ id }) => `${id}`
})

const common = {
  getScrollElement: () => viewport,
  estimateSize: () => rowHeight,
  overscan: 4,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: paint
}
const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({ ...common, count: 0 })
virtualizer._didMount()
virtualizer._willUpdate()

const elements = new Map<string, HTMLElement>()

function found(selector: string): HTMLElement {
  const element = place.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`The page has no ${selector}`)
  return element
}

function paint(): void {
  const { rows } = table.getRowModel()
  const left = new Set(elements.keys())
  for (const { index, start } of virtualizer.getVirtualItems()) {
    const row = rows[index]
    if (row === undefined) continue
    left.delete(row.id)
    const element = elements.get(row.id) ?? made(row)
    element.style.transform = `translateY(${start}px)`
  }
  for (const id of left) {
    elements.get(id)?.remove()
    elements.delete(id)
  }
}

type Row = ReturnType<typeof table.getRowModel>['rows'][number]

function made(row: Row): HTMLElement {
  const element = document.createElement('div')
  element.role = 'row'
  element.className = 'line'
  for (const cell of row.getAllCells()) {
    const part = document.createElement('div')
    part.role = 'gridcell'
    part.textContent = `${cell.getValue<string | number>()}`
    element.append(part)
  }
  space.append(element)
  elements.set(row.id, element)
  return element
}

function refresh(): void {
  const { rows } = table.getRowModel()
  grid.ariaRowCount = `${rows.length + 1}`
  virtualizer.setOptions({ ...common, count: rows.length })
  virtualizer._willUpdate()
  space.style.height = `${virtualizer.getTotalSize()}px`
  viewport.scrollTop = 0
  paint()
}

found('button').addEventListener('click', () => {
  table.getColumn('name')?.toggleSorting()
  refresh()
})
await serve({
  show: (data) => {
    table.setOptions((options) => ({ ...options, data }))
    refresh()
  },
  search: (text) => {
    table.setGlobalFilter(text)
    refresh()
  }
})
