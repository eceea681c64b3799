import {
  ClientSideRowModelModule,
  ColumnAutoSizeModule,
  createGrid,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
  type GridApi
} from 'ag-grid-community'
import { gridPlace, type Person } from './peer-page.ts'

/** AG Grid with the modules that it needs here, its default row buffer, and a cached quick filter. */
export function agGrid(rowData: Person[], onRows: () => void): GridApi<Person> {
  ModuleRegistry.registerModules([
    ClientSideRowModelModule,
    QuickFilterModule,
    ColumnAutoSizeModule,
    RowApiModule
  ])
  return createGrid<Person>(gridPlace(), {
    rowData,
    rowHeight: 32,
    headerHeight: 32,
    animateRows: false,
    cacheQuickFilter: true,
    suppressCellFocus: true,
    getRowId: ({ data }) => `${data.id}`,
    columnDefs: [
      { field: 'name', headerName: 'Name', flex: 3 },
      { field: 'id', headerName: 'ID', flex: 1 },
      { field: 'status', headerName: 'Status', flex: 1 },
      { field: 'organization', headerName: 'Organization', flex: 2 }
    ],
    onFirstDataRendered: onRows
  })
}
