import { describe, expect, it } from 'vitest'
import { en } from '../shared/messages/en.ts'
import { textMenu } from './text-menu.ts'

const editFlags = {
  canUndo: false,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false
}
const labels = (isEditable: boolean, selectionText: string): unknown[] =>
  textMenu({ isEditable, selectionText, editFlags }, en.frame.menu).flatMap(
    ({ label }) => label ?? []
  )

describe('the menu of text', () => {
  it('edits in a text field', () => {
    expect(labels(true, '')).toEqual(['Undo', 'Cut', 'Copy', 'Paste', 'Select all'])
  })

  it('copies what is selected elsewhere, and does not open on nothing', () => {
    expect(labels(false, 'John Smith')).toEqual(['Copy'])
    expect(labels(false, ' ')).toEqual([])
  })
})
