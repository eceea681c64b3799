import type { KeyPress } from './grid-keys.ts'

/** What a key means on a column's header, beside moving the focus. */
export type HeaderAction =
  /** `too`: as a further step of the order that there is. */
  | { readonly kind: 'sort'; readonly too: boolean }
  /** By so many pixels. */
  | { readonly kind: 'resize'; readonly by: number }
  /** By so many places towards the end side. */
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'menu' }

/** A step of a width, px. */
export const widthStep = 16

/**
 * The meaning of a key on a header; `null` where it has none there. Arrows mean what the eye sees: Alt and the
 * arrow that leads away from the column's own start makes it wider, with Shift too the column goes that way.
 */
export function headerAction(
  { key, mod, shift, alt }: KeyPress & { readonly alt: boolean },
  rightToLeft: boolean
): HeaderAction | null {
  if (mod) return null
  if (alt) return arrowAction(key, shift, rightToLeft)
  if (key === 'Enter' || key === ' ') return { kind: 'sort', too: shift }
  return key === 'ContextMenu' || (key === 'F10' && shift) ? { kind: 'menu' } : null
}

function arrowAction(key: string, shift: boolean, rightToLeft: boolean): HeaderAction | null {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const by = (key === 'ArrowRight') === rightToLeft ? -1 : 1
  return shift ? { kind: 'move', by } : { kind: 'resize', by: by * widthStep }
}
