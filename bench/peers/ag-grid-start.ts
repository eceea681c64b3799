import { agGrid } from './ag-grid-table.ts'
import { peopleIn, tellRows } from './peer-page.ts'

agGrid(await peopleIn('/people-10000.json'), tellRows)
