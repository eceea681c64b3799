import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Messages } from '../shared/messages/messages.ts'

type Texts = Messages['frame']['menu']

/** The menu of a text field, or of selected text; empty where neither was clicked. */
export function textMenu(
  params: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
  texts: Texts
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = params
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', label: texts.copy }]
  return [
    { role: 'undo', label: texts.commands.undo, enabled: editFlags.canUndo },
    { type: 'separator' },
    { role: 'cut', label: texts.cut, enabled: editFlags.canCut },
    { role: 'copy', label: texts.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: texts.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: texts.commands['select-all'], enabled: editFlags.canSelectAll }
  ]
}
