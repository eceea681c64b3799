import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.ts'
import { operator } from './fixture-check.ts'
import { deskRig, type DeskRig } from './fixture-desk.ts'
import type { ImportDesk } from './desk.svelte.ts'

const people = [operator(101, 'John Smith'), operator(103, 'Mike Wilson', 1)]
const list = 'Name;Team\nAlex;Day\nMike Wilson;Day\nJohn Smith;Night\n;Day'

function drop(desk: ImportDesk, ...texts: readonly string[]): void {
  const given = texts.map((text, at) => ({
    ...{ kind: 'file' as const, name: `${at + 1}.csv`, file: new Blob([text]) }
  }))
  desk.take(ok(given))
}

const settled = (desk: ImportDesk) => expect.poll(() => desk.draft?.busy === false).toBe(true)
const counts = (desk: ImportDesk) => desk.draft?.summary?.counts
const kept = ({ store }: DeskRig) => [...store.kept.values()].map(({ draft }) => draft)

async function planned(text = list): Promise<DeskRig> {
  const rig = deskRig(people)
  drop(rig.desk, text)
  await expect.poll(() => counts(rig.desk) !== undefined).toBe(true)
  await settled(rig.desk)
  return rig
}

/** The app ends, nobody knows how, and starts again. */
async function restarted({ desk, again }: DeskRig): Promise<ImportDesk> {
  desk.close()
  const later = again()
  await later.start()
  return later
}

async function takenUp(rig: DeskRig): Promise<ImportDesk> {
  const later = await restarted(rig)
  await later.takeUp()
  await expect.poll(() => counts(later) !== undefined).toBe(true)
  await settled(later)
  return later
}

/** Nothing leaves the disk before the answer is called. */
function holdBack({ store }: DeskRig): () => void {
  let reachesDisk: (value: null) => void = () => undefined
  store.dropAfter = new Promise<null>((resolve) => (reachesDisk = resolve))
  return () => reachesDisk(null)
}

describe('a plan that is not applied yet', () => {
  it('is offered after a restart with what it would do, and nothing was sent', async () => {
    const rig = await planned()
    await expect.poll(() => kept(rig)[0]?.work?.counts.add).toBe(1)
    const later = await restarted(rig)
    expect(later.draft).toBeNull()
    expect(later.shelf.offered).toMatchObject([
      { name: '1.csv', kind: 'file', work: { rows: 4, counts: { reactivate: 1, errors: 1 } } }
    ])
    expect(rig.outbox.calls).toBe(0)
  })

  it('goes on as it was read and decided', async () => {
    const rig = await planned('Name;Team\nAlex;Day\nAlex;Day\n;Day')
    await rig.desk.draft?.wish({ delimiter: ';', header: true })
    await rig.desk.draft?.answer('same-in-file', { kind: 'add' })
    await rig.desk.draft?.mend(3, { name: 'Ruth' })
    await rig.desk.draft?.setWanted(1)
    await expect.poll(() => kept(rig)[0]?.work?.choices.wanted).toBe(1)
    const before = counts(rig.desk)
    const later = await takenUp(rig)
    expect(counts(later)).toEqual(before)
    expect(later.draft?.decisions).toEqual(rig.desk.draft?.decisions)
    expect([later.draft?.wanted, later.draft?.preview?.how]).toEqual([
      1,
      rig.desk.draft?.preview?.how
    ])
  })

  it('shows what was decided only once that is on the disk', async () => {
    const rig = await planned()
    let reachesDisk: (value: null) => void = () => undefined
    const mended = rig.desk.draft?.mend(4, { name: 'Ruth' })
    await new Promise<void>((isNoted) => {
      rig.store.noteAfter = () => {
        isNoted()
        return new Promise<null>((resolve) => (reachesDisk = resolve))
      }
    })
    expect(counts(rig.desk)).toMatchObject({ add: 1, errors: 1 })
    expect(rig.desk.draft?.busy).toBe(true)
    reachesDisk(null)
    await mended
    expect(kept(rig)[0]?.work?.counts).toMatchObject({ add: 2, errors: 0 })
    expect(counts(rig.desk)).toMatchObject({ add: 2, errors: 0 })
  })

  it('is compared with who is there when it goes on', async () => {
    const rig = await planned()
    await expect.poll(() => kept(rig)[0]?.work !== null).toBe(true)
    people.push(operator(104, 'Alex'))
    const later = await takenUp(rig)
    people.pop()
    expect(counts(later)).toMatchObject({ add: 0, skip: 2 })
  })

  it('begins anew where the kept bytes are of another file', async () => {
    const rig = await planned()
    await rig.desk.draft?.mend(4, { name: 'Ruth' })
    await expect.poll(() => kept(rig)[0]?.work?.choices.mends.length).toBe(1)
    const [draft] = kept(rig)
    if (draft) await rig.store.keepDraft(draft, new Blob(['Dana\nNoa\nRuth\n\nLea']))
    const later = await takenUp(rig)
    expect(later.draft?.decisions.mends.size).toBe(0)
  })

  it('is kept no longer once it is applied, cancelled or discarded', async () => {
    const applied = await planned()
    await applied.desk.apply()
    await expect.poll(() => kept(applied)).toEqual([])
    const cancelled = await planned()
    await cancelled.desk.cancel()
    expect(kept(cancelled)).toEqual([])
    const discarded = await planned()
    await expect.poll(() => kept(discarded).length).toBe(1)
    const later = await restarted(discarded)
    await later.discardKept()
    expect(later.shelf.offered).toEqual([])
    expect(kept(discarded)).toEqual([])
  })

  it('is gone from the window only once it is gone from the disk', async () => {
    const rig = await planned()
    const cancelled = holdBack(rig)
    const left = rig.desk.cancel()
    await rig.desk.apply()
    expect(rig.desk.draft).not.toBeNull()
    cancelled()
    await left
    expect([rig.desk.draft, kept(rig), rig.outbox.calls]).toEqual([null, [], 0])

    drop(rig.desk, list)
    await settled(rig.desk)
    const later = await restarted(rig)
    const discarded = holdBack(rig)
    const forgotten = later.discardKept()
    expect(later.shelf.offered).toHaveLength(1)
    discarded()
    await forgotten
    expect([later.shelf.offered, kept(rig)]).toEqual([[], []])
  })

  it('stays on offer where the disk does not let go of it, and that is said', async () => {
    const rig = await planned()
    const later = await restarted(rig)
    rig.store.refuseDrafts = true
    await later.discardKept()
    expect(later.shelf.offered).toHaveLength(1)
    expect(rig.told).toHaveLength(1)
  })

  it('asks once more whether the many who are missing are to become inactive', async () => {
    const many = Array.from({ length: 10 }, (_, at) => operator(200 + at, `Person ${at}`))
    people.push(...many)
    const rig = await planned('John Smith')
    await rig.desk.draft?.setMissing(true)
    expect(rig.desk.draft?.summary).toMatchObject({ missing: { asked: true } })
    await rig.desk.draft?.agreeToMissing()
    expect(counts(rig.desk)).toMatchObject({ setInactive: 10 })
    await expect.poll(() => kept(rig)[0]?.work?.counts.setInactive).toBe(10)
    const later = await takenUp(rig)
    people.splice(2)
    expect(counts(later)).toMatchObject({ setInactive: 0 })
    expect(later.draft?.summary?.missing.asked).toBe(true)
  })
})

describe('files that wait behind the one that is looked at', () => {
  it('are kept with it, in their order', async () => {
    const rig = deskRig(people)
    drop(rig.desk, 'Alex', 'Emma', 'Dana')
    await expect.poll(() => kept(rig).length).toBe(3)
    const later = await takenUp(rig)
    expect([later.draft?.given.name, later.place]).toEqual(['1.csv', { index: 1, count: 3 }])
    await later.cancel()
    expect(later.draft?.given.name).toBe('2.csv')
  })
})

describe('what is not kept', () => {
  it('is what cannot be read', async () => {
    const rig = deskRig()
    drop(rig.desk, '%PDF-1.7 …')
    await expect.poll(() => rig.desk.draft?.stage.kind).toBe('refused')
    await expect.poll(() => kept(rig)).toEqual([])
  })

  it('is said where the disk refuses', async () => {
    const rig = deskRig(people)
    rig.store.refuseDrafts = true
    drop(rig.desk, list)
    await expect.poll(() => rig.desk.shelf.unkept).toEqual([rig.desk.draft?.id])
    await expect.poll(() => counts(rig.desk)?.add).toBe(1)
  })
})
