/** Shows a dialog over everything else; what it returns takes it away and gives the focus back to where it was. */
export function showModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement
  dialog.showModal()
  return () => {
    dialog.close()
    // By now the dialog has left the page, so that the browser does not do it. Behind another dialog it does nothing.
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
