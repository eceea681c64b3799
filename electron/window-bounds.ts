/** A place on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was left. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean
}

/** What a new window gets: its size, and its place where that is known to be visible. */
export interface Placement {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
}

/** The smallest window in which everything fits. */
export const smallest = { width: 760, height: 480 } as const

const usual = { width: 1280, height: 800 } as const

/** How much of the title bar must be on a screen for a person to get hold of it. */
const grip = { width: 100, height: 20 } as const

/**
 * Where to open the window: as it was left, if its title bar can still be reached on one of the screens'
 * work areas; otherwise in the middle of the first one, no larger than it.
 */
export function placeWindow(left: WindowPlace | null, workAreas: readonly Rectangle[]): Placement {
  const area = left ? workAreas.find((candidate) => isReachable(left, candidate)) : undefined
  if (left && area) return { x: left.x, y: left.y, ...fit(left, area) }
  return fit(left ?? usual, workAreas[0] ?? { x: 0, y: 0, ...usual })
}

function fit(
  wanted: { readonly width: number; readonly height: number },
  area: Rectangle
): { width: number; height: number } {
  return {
    width: Math.max(smallest.width, Math.min(wanted.width, area.width)),
    height: Math.max(smallest.height, Math.min(wanted.height, area.height))
  }
}

function isReachable(place: Rectangle, area: Rectangle): boolean {
  const across = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  const bar = place.y >= area.y - 1 && place.y + grip.height <= area.y + area.height
  return across >= grip.width && bar
}
