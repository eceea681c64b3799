import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../shared/edit.ts'
import type { Failure } from '../../../shared/failure.ts'
import { pack } from '../../../shared/operator-columns.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { AddForm } from './add.svelte.ts'

function formWith(answer: Result<null, Failure> = ok(null), draft = '') {
  const queued: Edit[][] = []
  const drafts: string[] = []
  const counts: unknown[] = []
  const form = new AddForm(
    {
      draft: async () => draft,
      keepDraft: async (text) => void drafts.push(text),
      existing: async () => ({
        operators: pack([{ id: 101, name: 'John Smith', status: 2 }]),
        queued: []
      }),
      breathe: async () => undefined,
      enqueue: async (edits) => {
        queued.push([...edits])
        return answer
      },
      onqueued: (told) => counts.push(told)
    },
    24
  )
  return { form, queued, drafts, counts }
}

describe('adding operators', () => {
  it('queues at once where nothing is wrong, and forgets the draft', async () => {
    const { form, queued, drafts, counts } = formWith()
    form.type('Alex Brown\nEmma Davis')
    await form.add()
    expect(queued[0]?.map((edit) => edit.name)).toEqual(['Alex Brown', 'Emma Davis'])
    expect(counts).toEqual([{ added: 2, reactivated: 0 }])
    expect(drafts.at(-1)).toBe('')
    expect(form.text).toBe('')
  })

  it('says that nothing was typed', async () => {
    const { form, queued } = formWith()
    form.type(' \n ')
    await form.add()
    expect(form.nothingTyped).toBe(true)
    expect(queued).toEqual([])
  })

  it('shows duplicates before anything is queued, and queues at the second press', async () => {
    const { form, queued, counts } = formWith()
    form.type('Alex Brown\njohn smith')
    await form.add()
    expect(queued).toEqual([])
    expect(form.duplicates).toHaveLength(1)
    await form.add()
    expect(counts).toEqual([{ added: 1, reactivated: 1 }])
  })

  it('asks anew after the text has changed', async () => {
    const { form, queued } = formWith()
    form.type('John Smith')
    await form.add()
    form.type('John Smith\nJOHN SMITH')
    await form.add()
    expect(queued).toEqual([])
    expect(form.duplicates).toHaveLength(2)
  })

  it('keeps the text where it cannot be stored', async () => {
    const full: Failure = {
      kind: 'not-stored',
      cause: 'disk-full',
      place: 'outbox',
      code: 'QuotaExceededError'
    }
    const { form } = formWith(failed(full))
    form.type('Alex Brown')
    await form.add()
    expect(form.failure).toEqual(full)
    expect(form.text).toBe('Alex Brown')
  })

  it('brings back the draft, but not over what was typed meanwhile', async () => {
    const { form } = formWith(ok(null), 'Kept Name')
    await form.begin()
    expect(form.text).toBe('Kept Name')
    const other = formWith(ok(null), 'Kept Name')
    other.form.type('New')
    await other.form.begin()
    expect(other.form.text).toBe('New')
  })

  it('keeps what is typed, the last text for certain', async () => {
    const { form, drafts } = formWith()
    for (const text of ['A', 'Al', 'Ale']) form.type(text)
    await expect.poll(() => drafts.at(-1)).toBe('Ale')
  })
})
