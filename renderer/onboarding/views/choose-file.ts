/** Lets the person choose files in the system's dialog; they arrive at the page's one input for files. */
export function chooseFile(): void {
  document.querySelector<HTMLInputElement>('input[type="file"]')?.click()
}
