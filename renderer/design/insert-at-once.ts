/** A text of more lines is not left to the browser, whose time grows with their square: 7 s for 1,000 lines. */
const fewLines = 20

/** What was inserted last: all the text before it, and after. */
interface Inserted {
  readonly before: string
  readonly after: string
}

/**
 * Lets a text of many lines that is pasted, dropped or dictated into an area come in at once. The browser's
 * own undo does not know of it, so Ctrl+Z takes it back here while it is the last thing that happened.
 */
export function insertAtOnce(area: HTMLTextAreaElement): () => void {
  let last: Inserted | null = null

  function insert(event: InputEvent): void {
    const { data, inputType } = event
    if (!data || !hasManyLines(data)) return
    event.preventDefault()
    const before = area.value
    area.setRangeText(data, area.selectionStart, area.selectionEnd, 'end')
    last = { before, after: area.value }
    tell(area, inputType)
  }

  function undo(event: KeyboardEvent): void {
    if (!isUndo(event) || last?.after !== area.value) return
    event.preventDefault()
    area.value = last.before
    last = null
    tell(area, 'historyUndo')
  }

  area.addEventListener('beforeinput', insert)
  area.addEventListener('keydown', undo)
  return () => {
    area.removeEventListener('beforeinput', insert)
    area.removeEventListener('keydown', undo)
  }
}

function tell(area: HTMLTextAreaElement, inputType: string): void {
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }))
}

function hasManyLines(text: string): boolean {
  return text.split(/\r\n?|\n/u, fewLines + 1).length > fewLines
}

/** By the key's place too: on a Hebrew or Ukrainian keyboard it types another letter. */
function isUndo({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey) || shiftKey || altKey) return false
  return key.toLowerCase() === 'z' || (code === 'KeyZ' && !/^[a-z]$/iu.test(key))
}
