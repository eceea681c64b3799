import { describe, expect, it } from 'vitest'
import type { Account } from '../../shared/account.ts'
import { defaultGrid } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import { ok } from '../../shared/result.ts'
import { GridChoices } from '../operators/grid-choices.svelte.ts'
import { everyone } from '../operators/query.ts'
import { type ActsOn, actionsOf } from './actions.ts'

const dana: Account = {
  ...{ id: 'a', kind: 'service', server: 'https://chat.example', login: 'dana', signedIn: true },
  ...{ typedOrganizations: null, credential: 'company-token' }
}
const noa: Account = { ...dana, id: 'b', login: 'noa' }

function setUp(training = false) {
  const told: unknown[] = []
  const grid = new GridChoices(defaultGrid, () => undefined)
  const on: ActsOn = {
    dialog: null,
    workspace: {
      ...{ grid, chooseView: (view) => void told.push(view) },
      removeView: (view) => void told.push(['removed', view.name]),
      parts: { operators: { query: everyone, sort: (by) => void told.push(by) } }
    },
    session: {
      ...{ training, outage: false, accounts: [dana, noa], open: dana },
      openSandbox: async () => ok(null),
      simulateOutage: async (outage) => void told.push(['outage', outage]),
      switchTo: async ({ id }) => void told.push(id),
      showForm: () => void told.push('form')
    }
  }
  const titles = () => actionsOf(on, en, false).map(({ title }) => title)
  const run = (title: string) =>
    actionsOf(on, en, false)
      .find((action) => action.title === title)
      ?.run()
  return { on, grid, told, titles, run }
}

describe('what can be done now beside the commands', () => {
  it('is to save what is shown as a view, and more with the view that is chosen', () => {
    const { grid, told, titles, run } = setUp()
    run('Save this view')
    expect(grid.naming).toEqual({ view: null })
    expect(titles()).not.toContain('Rename')
    grid.saveView({ id: 'v', name: 'Night' }, everyone)
    expect(titles().filter((title) => /Night|Rename|Everyone/u.test(title))).toHaveLength(3)
    run('Rename')
    expect(grid.naming?.view?.name).toBe('Night')
    run('Everyone')
    expect(told).toEqual([null])
  })

  it('is to show, hide and sort by each column, the name always shown', () => {
    const { grid, told, titles, run } = setUp()
    run('Hide the column Status')
    expect(grid.shown).not.toContain('status')
    expect(titles()).toContain('Show the column Status')
    expect(titles()).not.toContain('Hide the column Name')
    run('Sort by ID')
    expect(told).toEqual(['id'])
    run('Reset columns')
    expect(grid.shown).toContain('status')
  })

  it('is to go to another account, or into training and its outage', () => {
    const { told, titles, run } = setUp()
    expect(titles().filter((title) => title.startsWith('Switch'))).toHaveLength(1)
    run(titles().find((title) => title.startsWith('Switch')) ?? '')
    run('Add an account')
    expect(told).toEqual(['b', 'form'])
    expect(titles()).toContain('Open the sandbox')
    const training = setUp(true)
    training.run('Simulate an outage')
    expect(training.told).toEqual([['outage', true]])
    expect(training.titles()).not.toContain('Open the sandbox')
  })

  it('is to reset the training data, once that was asked about, and in training alone', () => {
    const { on, told, run } = setUp(true)
    run('Reset training data')
    expect(on.dialog).toBe('reset-sandbox')
    expect(told).toEqual([])
    expect(setUp().titles()).not.toContain('Reset training data')
  })

  it('leaves the list alone while an import lies over it', () => {
    const { on } = setUp()
    const titles = actionsOf(on, en, true).map(({ title }) => title)
    expect(titles).not.toContain('Save this view')
    expect(titles).toContain('Add an account')
    expect(actionsOf({ ...on, workspace: null }, en, false).map(({ title }) => title)).toEqual(
      titles
    )
  })
})
