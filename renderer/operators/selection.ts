import type { RowKey } from './rows.ts'

/**
 * Which rows are selected: some by their keys, or all that are shown with exceptions (so that selecting a
 * hundred thousand costs nothing). `anchor` is where a range begins.
 */
export type Selection =
  | { readonly kind: 'some'; readonly keys: ReadonlySet<RowKey>; readonly anchor: RowKey | null }
  | { readonly kind: 'all'; readonly except: ReadonlySet<RowKey>; readonly anchor: RowKey | null }

/** Nothing selected. */
export const nothing: Selection = { kind: 'some', keys: new Set(), anchor: null }

/** Whether a shown row is selected. */
export function isSelected(selection: Selection, key: RowKey): boolean {
  return selection.kind === 'some' ? selection.keys.has(key) : !selection.except.has(key)
}

/** A click: this row alone. */
export function only(key: RowKey): Selection {
  return { kind: 'some', keys: new Set([key]), anchor: key }
}

/** Ctrl and a click: this row in or out, the others as they were. */
export function toggled(selection: Selection, key: RowKey): Selection {
  if (selection.kind === 'all')
    return { ...selection, except: flipped(selection.except, key), anchor: key }
  return { ...selection, keys: flipped(selection.keys, key), anchor: key }
}

/** Shift and a click: the rows from the anchor to this one, given as the keys between them; the anchor stays. */
export function ranged(selection: Selection, keys: readonly RowKey[]): Selection {
  return { kind: 'some', keys: new Set(keys), anchor: selection.anchor ?? keys[0] ?? null }
}

/** Ctrl and A: every row that is shown. */
export function everything(selection: Selection): Selection {
  return { kind: 'all', except: new Set(), anchor: selection.anchor }
}

/** The same rows under the keys that they have now: an add that became an operator has a new one. */
export function rekeyed(selection: Selection, keyNow: (key: RowKey) => RowKey): Selection {
  const keys = selection.kind === 'some' ? selection.keys : selection.except
  const anchor = selection.anchor === null ? null : keyNow(selection.anchor)
  const changed = anchor !== selection.anchor || [...keys].some((key) => keyNow(key) !== key)
  if (!changed) return selection
  const now = new Set([...keys].map(keyNow))
  return selection.kind === 'some'
    ? { kind: 'some', keys: now, anchor }
    : { kind: 'all', except: now, anchor }
}

function flipped(keys: ReadonlySet<RowKey>, key: RowKey): ReadonlySet<RowKey> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
