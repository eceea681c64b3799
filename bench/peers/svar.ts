import { mount } from 'svelte'
import { gridPlace, nameGrid, serve, type PeerGrid } from './peer-page.ts'
import SvarGrid from './SvarGrid.svelte'

const grid = mount(SvarGrid, { target: gridPlace() }) as unknown as PeerGrid
nameGrid()
await serve({
  ...{ search: grid.search },
  show: (people) => {
    // SVAR counts the rows that it has made, not those that there are.
    document.body.dataset.rows = `${people.length}`
    grid.show(people)
  }
})
