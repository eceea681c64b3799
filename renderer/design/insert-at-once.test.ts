import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { insertAtOnce } from './insert-at-once.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => `Name ${line}`).join('\n')
let area: HTMLTextAreaElement
let inputs: string[]
let stop: () => void

beforeEach(() => {
  area = document.createElement('textarea')
  document.body.append(area)
  inputs = []
  area.addEventListener('input', (event) => inputs.push((event as InputEvent).inputType))
  stop = insertAtOnce(area)
})

afterEach(() => {
  stop()
  area.remove()
})

/** What the browser asks before it inserts; whether it is left to do it. */
function inserting(data: string): boolean {
  const init = { data, inputType: 'insertFromPaste', bubbles: true, cancelable: true }
  return area.dispatchEvent(new InputEvent('beforeinput', init))
}

function press(init: KeyboardEventInit): boolean {
  return area.dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }))
}

it('inserts many lines in one step, over what is selected, and says so once', () => {
  const set = vi.spyOn(area, 'setRangeText')
  area.value = 'first\nold\nlast'
  area.setSelectionRange(6, 9)
  expect(inserting(lines(1_000))).toBe(false)
  expect(area.value).toBe(`first\n${lines(1_000)}\nlast`)
  expect(set).toHaveBeenCalledTimes(1)
  expect(inputs).toEqual(['insertFromPaste'])
})

it.each(['Dana Levi', lines(20), ''])('leaves a few lines to the browser', (text) => {
  expect(inserting(text)).toBe(true)
  expect(inputs).toEqual([])
})

it('counts lines however they end', () => {
  expect(inserting(lines(21).replaceAll('\n', '\r\n'))).toBe(false)
})

it.each([
  { key: 'z', ctrlKey: true },
  { key: 'z', metaKey: true },
  { key: 'ז', code: 'KeyZ', ctrlKey: true }
])('takes it back at Ctrl+Z on any keyboard', (key) => {
  area.value = 'before'
  inserting(lines(50))
  expect(press(key)).toBe(false)
  expect(area.value).toBe('before')
  expect(inputs).toEqual(['insertFromPaste', 'historyUndo'])
  expect(press(key)).toBe(true)
})

it('leaves Ctrl+Z to the browser once something else was typed', () => {
  inserting(lines(50))
  area.value += '!'
  expect(press({ key: 'z', ctrlKey: true })).toBe(true)
  expect(press({ key: 'z', ctrlKey: true, shiftKey: true })).toBe(true)
  expect(area.value).toContain('!')
})

it('does nothing any more when it has ended', () => {
  stop()
  expect(inserting(lines(50))).toBe(true)
})
