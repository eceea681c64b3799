/** Puts the cursor into the search for operators, its text selected. */
export function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
  search?.focus()
  search?.select()
}

/** Puts the cursor into the grid of operators. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('main [role="grid"]')?.focus()
}
