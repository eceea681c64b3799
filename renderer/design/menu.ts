import type { Component } from 'svelte'

/** An item of a menu; `rule` draws a line above it. */
export interface MenuItem {
  readonly label: string
  /** The shortcut, as text, for the eye. */
  readonly shortcut?: string
  readonly icon?: Component<{ size?: number }>
  readonly danger?: boolean
  readonly disabled?: boolean
  /** For one of several choices: whether it is the present one; for a toggle: whether it is on. */
  readonly checked?: boolean
  /** It is on or off by itself, not one of several choices; the menu stays open. */
  readonly toggle?: boolean
  readonly rule?: boolean
  readonly onselect: () => void
}

/** Where a menu opens: below an element, or at a point of the window in CSS pixels. */
export type MenuPlace =
  | { readonly kind: 'below'; readonly anchor: HTMLElement }
  | { readonly kind: 'point'; readonly x: number; readonly y: number }

/**
 * The item that a key leads to in a menu of these labels, from the item at `index` (-1: none); `null` where
 * the key leads nowhere. A letter leads to the next item that begins with it.
 */
export function moveInMenu(labels: readonly string[], index: number, key: string): number | null {
  const count = labels.length
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (Math.max(index, 0) - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return key.length === 1 ? nextByLetter(labels, index, key) : null
  }
}

function nextByLetter(labels: readonly string[], index: number, letter: string): number | null {
  const wanted = letter.toLowerCase()
  const order = labels.map((_, step) => (index + 1 + step) % labels.length)
  return order.find((place) => labels[place]?.toLowerCase().startsWith(wanted)) ?? null
}

/** A horizontal position in the window as a distance from its start side, whichever that is, for CSS. */
export function distanceFromStart(x: number): string {
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl'
  return `${rtl ? window.innerWidth - x : x}px`
}
