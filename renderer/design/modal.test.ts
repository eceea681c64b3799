import { expect, it } from 'vitest'
import { showModal } from './modal.ts'

it('gives the focus back to where it was, also once the dialog has left the page', () => {
  document.body.innerHTML = '<button id="before"></button><dialog><input /></dialog>'
  const before = document.querySelector('button')!
  const dialog = document.querySelector('dialog')!
  before.focus()
  const close = showModal(dialog)
  dialog.querySelector('input')!.focus()
  dialog.remove()
  close()
  expect(document.activeElement).toBe(before)
})

it('leaves the focus alone where what had it is gone, too', () => {
  document.body.innerHTML = '<button></button><dialog></dialog>'
  const before = document.querySelector('button')!
  before.focus()
  const close = showModal(document.querySelector('dialog')!)
  before.remove()
  close()
  expect(document.activeElement).toBe(document.body)
})

it('begins at the chosen one of several choices, though another is the first', () => {
  document.body.innerHTML =
    '<dialog><input type="radio" name="a"><input type="radio" name="a" checked id="chosen"></dialog>'
  const dialog = document.querySelector('dialog')!
  // As a browser does: what comes first and takes the focus has it.
  dialog.showModal = () => dialog.querySelector('input')!.focus()
  showModal(dialog)
  expect(document.activeElement?.id).toBe('chosen')
})
