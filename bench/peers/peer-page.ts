import type { Operator } from '../../shared/operator.ts'

/** A person as the peers take it: an object a row. */
export interface Person {
  readonly id: number
  readonly name: string
  readonly status: string
  readonly organization: string
}

/** A peer's grid, by what its own documentation says to call. */
export interface PeerGrid {
  readonly show: (people: Person[]) => void
  readonly search: (text: string) => void
}

const words = ['Active', 'Inactive', 'Deleted']

/** The people of a file as objects, without the deleted: peers are given what is to be shown. */
export async function peopleIn(file: string): Promise<Person[]> {
  const answer = await fetch(file)
  // Written by the build of these pages a moment ago.
  const operators = (await answer.json()) as Operator[]
  return operators
    .filter(({ status }) => status !== 2)
    .map(({ id, name, status }) => ({
      ...{ id, name, status: words[status] ?? '', organization: 'Large contact centre' }
    }))
}

/** Lets a person choose between nobody and everybody, and search. */
export async function serve(grid: PeerGrid): Promise<void> {
  const everybody = await peopleIn('/people.json')
  for (const button of document.querySelectorAll<HTMLButtonElement>('li button')) {
    button.disabled = false
    button.addEventListener('click', () =>
      // Another array each time: the same one would be no news to some grids.
      grid.show(button.textContent === 'Nobody' ? [] : [...everybody])
    )
  }
  const box = document.querySelector('input')
  box?.addEventListener('input', () => grid.search(box.value))
}

/** The place of the grid in the page. */
export function gridPlace(): HTMLElement {
  const place = document.getElementById('grid')
  if (!place) throw new Error('The page has no #grid')
  return place
}

/** Names the grid, once it is there, as the driver looks for it. */
export function nameGrid(): void {
  const name = (): boolean => {
    const element = document.querySelector('[role="grid"], [role="treegrid"]')
    element?.setAttribute('role', 'grid')
    element?.setAttribute('aria-label', 'Operators')
    return element !== null
  }
  if (name()) return
  const observer = new MutationObserver(() => {
    if (name()) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

/** Leaves the mark that rows are on the screen, as the app does. */
export function tellRows(): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark('first rows painted')
    port2.postMessage(null)
  })
}
