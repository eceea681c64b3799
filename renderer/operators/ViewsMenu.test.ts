import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { defaultGrid, type GridSettings } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import WithWords from '../WithWords.svelte'
import { GridChoices } from './grid-choices.svelte.ts'
import { everyone } from './query.ts'
import ViewsMenu from './ViewsMenu.svelte'

beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined
})
afterEach(cleanup)

function show() {
  const kept: GridSettings[] = []
  const chosen: unknown[] = []
  const choices = new GridChoices(defaultGrid, (settings) => kept.push(settings))
  const props = {
    choices,
    query: { ...everyone, text: 'anna' },
    onchoose: (view: unknown) => chosen.push(view),
    onremove: () => undefined,
    newId: () => 'new'
  }
  render(WithWords, { props: { words: en, component: ViewsMenu as never, props } })
  const pick = async (role: string, name: string) => {
    await fireEvent.click(screen.getByRole('button', { name: 'Views' }))
    await fireEvent.click(screen.getByRole(role, { name }))
  }
  const name = async (text: string) => {
    await fireEvent.input(await screen.findByLabelText('Name of the view'), {
      target: { value: text }
    })
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  }
  return { choices, kept, chosen, pick, name }
}

test('what is shown is saved under a name, which no other view has', async () => {
  const { kept, pick, name } = show()
  await pick('menuitem', 'Save this view…')
  await name('  ')
  expect(screen.getByText('A view needs a name.')).toBeTruthy()
  await name('Annas')
  expect(kept.at(-1)?.views).toMatchObject([{ id: 'new', name: 'Annas', text: 'anna' }])
  await pick('menuitem', 'Save this view…')
  await name('annas')
  expect(screen.getByText('A view has this name already.')).toBeTruthy()
})

test('a view is chosen, renamed, and the one to begin with', async () => {
  const { choices, kept, chosen, pick, name } = show()
  choices.saveView({ id: 'a', name: 'Name' }, everyone)
  flushSync()
  await pick('menuitemradio', 'Everyone')
  expect(chosen).toEqual([null])
  await pick('menuitem', 'Rename…')
  await name('Mine')
  expect(kept.at(-1)?.views.map((view) => view.name)).toEqual(['Mine'])
  await pick('menuitemcheckbox', 'Begin with this view')
  expect(kept.at(-1)?.startView).toBe('a')
})
