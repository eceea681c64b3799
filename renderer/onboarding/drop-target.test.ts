import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '../../shared/result.ts'
import { followDrops } from './drop-target.ts'
import type { Given } from './given.ts'
import type { IntakeFailure } from './intake-failure.ts'

let stop: () => void = () => undefined

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

function follow() {
  const taken: Result<readonly Given[], IntakeFailure>[] = []
  const pasted: string[] = []
  const hover: boolean[] = []
  stop = followDrops(window, {
    hover: (on) => hover.push(on),
    take: (given) => taken.push(given),
    pasted: (text) => pasted.push(text),
    onbug: (error) => {
      throw error
    }
  })
  return { taken, pasted, hover }
}

/** What the platform hands over, as far as it is used. */
function transfer(files: readonly File[], text = ''): Partial<DataTransfer> {
  const items = files.map((file) => ({
    kind: 'file',
    webkitGetAsEntry: () => null,
    getAsFile: () => file
  }))
  return {
    types: files.length > 0 ? ['Files'] : ['text/plain'],
    items: items as unknown as DataTransferItemList,
    files: files as unknown as FileList,
    getData: () => text,
    dropEffect: 'none'
  }
}

function raise(type: string, more: object, at: EventTarget = document.body): Event {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), more)
  at.dispatchEvent(event)
  return event
}

const file = new File(['Dana'], 'team.csv')

describe('the page as a place to drop lists on', () => {
  it('takes files anywhere, never leaves the page, and shows while they are held over it', async () => {
    const { taken, hover } = follow()
    const dataTransfer = transfer([file])
    expect(raise('dragover', { dataTransfer }).defaultPrevented).toBe(true)
    expect(raise('drop', { dataTransfer }).defaultPrevented).toBe(true)
    await expect.poll(() => taken.length).toBe(1)
    expect(taken[0]).toMatchObject({ ok: true, value: [{ kind: 'file', name: 'team.csv' }] })
    expect(hover).toEqual([true, false])
  })

  it('shows nothing any more once they are dragged out of the window', () => {
    const { hover } = follow()
    raise('dragover', { dataTransfer: transfer([file]) })
    raise('dragleave', { relatedTarget: document.body })
    raise('dragleave', { relatedTarget: null })
    expect(hover).toEqual([true, false])
  })

  it('says so where too many are dropped', async () => {
    const { taken } = follow()
    raise('drop', { dataTransfer: transfer(Array.from({ length: 21 }, () => file)) })
    await expect.poll(() => taken[0]).toMatchObject({ failure: { kind: 'too-many-files' } })
  })

  it('takes pasted text, but never from a field or a dialog', () => {
    const { pasted } = follow()
    document.body.innerHTML = '<textarea></textarea>'
    const clipboardData = transfer([], 'Dana\nNoa')
    raise('paste', { clipboardData }, document.querySelector('textarea')!)
    raise('paste', { clipboardData })
    document.body.innerHTML = '<dialog open></dialog>'
    raise('paste', { clipboardData })
    expect(pasted).toEqual(['Dana\nNoa'])
  })
})
