import { expect, it } from 'vitest'
import { focusGrid, focusSearch } from './focus-search.ts'

it('finds the search for operators and their grid, not those of something else', () => {
  document.body.innerHTML = `<aside><input type="search" /></aside>
    <main><input type="search" id="people" value="emma" /><div role="grid" tabindex="0" id="grid"></div></main>`
  focusSearch()
  expect(document.activeElement?.id).toBe('people')
  focusGrid()
  expect(document.activeElement?.id).toBe('grid')
})
