import { agGrid } from './ag-grid-table.ts'
import { nameGrid, serve } from './peer-page.ts'

const api = agGrid([], () => undefined)
nameGrid()
await serve({
  show: (people) => api.setGridOption('rowData', people),
  search: (text) => api.setGridOption('quickFilterText', text)
})
