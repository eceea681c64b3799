import { cleanup, fireEvent, screen } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import type { Edit } from '../../../shared/edit.ts'
import { pack } from '../../../shared/operator-columns.ts'
import { ok } from '../../../shared/result.ts'
import { renderWithWords } from '../../with-words.ts'
import { AddForm } from './add.svelte.ts'
import AddDialog from './AddDialog.svelte'

afterEach(cleanup)

function show() {
  const queued: Edit[] = []
  let closed = 0
  const operators = pack([{ id: 103, name: 'Mike Wilson', status: 1 }])
  const form = new AddForm(
    {
      draft: () => Promise.resolve(''),
      keepDraft: () => Promise.resolve(),
      existing: () => Promise.resolve({ operators, queued: [] }),
      breathe: () => Promise.resolve(),
      enqueue: (edits) => {
        queued.push(...edits)
        return Promise.resolve(ok(null))
      },
      onqueued: () => undefined
    },
    24
  )
  const organizations = [
    { id: 24, name: 'Customer Support' },
    { id: 25, name: 'שירות לקוחות' }
  ]
  renderWithWords(AddDialog, { form, organizations, onclose: () => (closed += 1) })
  return { form, queued, closed: () => closed }
}

const names = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Names' })
const add = () => fireEvent.click(screen.getByRole('button', { name: 'Add' }))
const type = (value: string) => fireEvent.input(names(), { target: { value } })

describe('the add dialog', () => {
  it('has the open organization preset', () => {
    show()
    const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Organization' })
    expect(box.value).toBe('Customer Support')
    expect(document.activeElement).toBe(names())
  })

  it('says what is missing, its button never disabled', async () => {
    show()
    await add()
    expect(await screen.findByText('Type at least one name.')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(false)
  })

  it('names all faults together, by line', async () => {
    const { queued } = show()
    await type(`${'x'.repeat(101)}\nAlex Brown\n${'y'.repeat(102)}`)
    await add()
    expect(await screen.findByText(/^Line 1: 101/)).toBeTruthy()
    expect(screen.getByText(/^Line 3: 102/)).toBeTruthy()
    expect(queued).toEqual([])
  })

  it('queues at once where nothing is in the way', async () => {
    const { queued } = show()
    await type('Alex Brown\nEmma Davis')
    await add()
    await expect.poll(() => queued.map(({ name }) => name)).toEqual(['Alex Brown', 'Emma Davis'])
  })

  it('asks about a name that is there already, and does what is chosen', async () => {
    const { queued } = show()
    await type('mike wilson')
    await add()
    const choice = await screen.findByRole('radio', { name: 'Add anyway' })
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Reactivate' }).checked).toBe(true)
    expect(queued).toEqual([])
    await fireEvent.click(choice)
    await add()
    const edit = { kind: 'add', organizationId: 24, name: 'mike wilson', addAnyway: true }
    await expect.poll(() => queued).toEqual([edit])
  })

  it('keeps the text when it is closed', async () => {
    const { form, closed } = show()
    await type('Alex Brown')
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(closed()).toBe(1)
    expect(form.text).toBe('Alex Brown')
  })

  it('adds to another organization when one is chosen', async () => {
    const { queued } = show()
    await fireEvent.click(screen.getByRole('combobox', { name: 'Organization' }))
    await fireEvent.click(screen.getByRole('option', { name: /שירות/ }))
    await type('Alex Brown')
    await add()
    await expect.poll(() => queued[0]?.organizationId).toBe(25)
  })
})
