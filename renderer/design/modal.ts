/** Shows a dialog over everything else; what it returns takes it away and gives the focus back to where it was. */
export function showModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement
  dialog.showModal()
  toChosen(dialog)
  return () => {
    dialog.close()
    // By now the dialog has left the page, so that the browser does not do it. Behind another dialog it does nothing.
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}

/** Of choices in a row the chosen one takes the focus, as it does by Tab, not the first. */
function toChosen(dialog: HTMLDialogElement): void {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLInputElement) || activeElement.type !== 'radio') return
  const choices = dialog.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')
  Array.from(choices)
    .find(({ name }) => name === activeElement.name)
    ?.focus()
}
