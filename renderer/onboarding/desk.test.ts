// @vitest-environment node
import { expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { ok } from '../../shared/result.ts'
import { operator } from './fixture-check.ts'
import { deskRig } from './fixture-desk.ts'
import type { ImportPorts } from './ports.ts'

const names = Array.from({ length: 1300 }, (_, at) => `Person ${at}`)

/** Lists of a service that answers when the test says so, and by then shows these people. */
function slowLists(later: readonly Operator[]) {
  let present: readonly Operator[] = []
  const answers: (() => void)[] = []
  const lists: Partial<ImportPorts['lists']> = {
    known: () => Promise.resolve(pack(present)),
    fetch: (organizationId) =>
      new Promise((resolve) => {
        answers.push(() => {
          present = later
          resolve(ok({ organizationId, columns: pack(present), at: 1 } as never))
        })
      })
  }
  return { lists, answer: () => answers.forEach((each) => each()), asked: () => answers.length }
}

it('hands over the plan that was applied, whatever a fresh list shows meanwhile', async () => {
  const slow = slowLists(names.slice(0, 500).map((name, at) => operator(200 + at, name)))
  const { desk, outbox } = deskRig([], slow.lists)
  desk.take(ok([{ kind: 'file', name: 'team.txt', file: new Blob([names.join('\n')]) }]))
  await expect.poll(() => desk.draft?.summary && !desk.draft.busy && slow.asked()).toBe(1)
  outbox.beforeAnswer = (call) => {
    if (call === 1) slow.answer()
    // As long as a plan takes to be made anew.
    return new Promise((resolve) => setTimeout(resolve))
  }
  await desk.apply()
  await expect.poll(() => desk.run?.record.phase.kind).toBe('applied')
  expect([...outbox.entries.values()].map(({ edit }) => edit.name)).toEqual(names)
})

it('applies the plan as it is once what changes it just now has been worked in', async () => {
  const { desk, outbox, store } = deskRig([operator(101, 'Dana'), operator(102, 'Noa')])
  desk.take(ok([{ kind: 'file', name: 'team.txt', file: new Blob(['Dana\nNoa']) }]))
  await expect.poll(() => desk.draft?.summary && !desk.draft.busy).toBe(true)
  void desk.draft?.setWanted(1)
  await desk.apply()
  await expect.poll(() => desk.run?.record.phase.kind).toBe('applied')
  const [stored] = store.stored.values()
  expect(stored?.record.choices.wanted).toBe(1)
  const kinds = [...outbox.entries.values()].map(({ edit }) => edit.kind)
  expect(kinds.filter((kind) => kind === 'set-status')).toHaveLength(2)
})
