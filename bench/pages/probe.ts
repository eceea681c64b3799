// Put into the page of the app, and of a floor, from outside: tells when what an input asked for is painted.
// It knows a grid by its roles alone, so that the same code measures both.

const frameMs = 1_000 / 60

function grid(): HTMLElement {
  const element = document.querySelector<HTMLElement>('[role="grid"][aria-label="Operators"]')
  if (!element) throw new Error('The page has no grid')
  return element
}

function rows(): HTMLElement[] {
  const all = [...grid().querySelectorAll<HTMLElement>('[role="row"]')]
  return all.filter((row) => !row.hidden && !row.querySelector('[role="columnheader"]'))
}

/** What the grid shows, to be compared. */
function shown(): string {
  return [grid().ariaRowCount, ...rows().map((row) => row.textContent)].join('\n')
}

/** How many rows the grid says it has; a page may say so in its stead, where it tells only those on the screen. */
function count(): number {
  return Number(document.body.dataset['rows'] ?? grid().ariaRowCount)
}

/** Runs once the frame that comes next has been painted. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = run
    port2.postMessage(null)
  })
}

/**
 * Waits for an input event; answers with the time from it to the end of the frame in which the grid shows
 * other rows than before, at least so many, ms.
 */
function nextChange(type: string, leastRows: number): Promise<number> {
  const before = shown()
  return new Promise((resolve) => {
    const begin = ({ timeStamp }: Event): void => {
      const look = (): void => {
        const isThere = rows().length > 0 && count() > leastRows
        if (isThere && shown() !== before) resolve(performance.now() - timeStamp)
        else afterPaint(look)
      }
      afterPaint(look)
    }
    addEventListener(type, begin, { capture: true, once: true })
  })
}

let armed: Promise<number> = Promise.resolve(0)

/** Begins to wait for an input; `changed` answers. */
function expectChange(type: string, leastRows: number): void {
  armed = nextChange(type, leastRows)
}

/** What is drawn over and over while the grid scrolls. */
interface Watch {
  readonly frames: number[]
  blank: number
  running: boolean
}

let watch: Watch = { frames: [], blank: 0, running: false }

/** Begins to note every frame, and in which of them a part of the grid had no row. */
function watchFrames(): void {
  const watching: Watch = { frames: [], blank: 0, running: true }
  watch = watching
  const note = (at: number): void => {
    if (!watching.running) return
    watching.frames.push(at)
    requestAnimationFrame(note)
    afterPaint(() => (watching.blank += hasGap() ? 1 : 0))
  }
  requestAnimationFrame(note)
}

/** Whether the grid shows nothing where a row should stand: below its header, in its middle, at its end. */
function hasGap(): boolean {
  const { left, width, top, bottom } = grid().getBoundingClientRect()
  const middle = left + width / 2
  const places = [top + 48, (top + bottom) / 2, bottom - 24]
  return places.some((y) => !document.elementFromPoint(middle, y)?.closest('[role="row"]'))
}

/** Ends the watch. `p95` and `worst`: intervals between frames, in frames of the screen. */
function framesWatched(): Record<string, number> {
  watch.running = false
  const intervals = watch.frames.slice(1).map((at, before) => at - (watch.frames[before] ?? at))
  const sorted = intervals.sort((one, other) => one - other)
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return {
    frames: intervals.length,
    p95: at(0.95) / frameMs,
    worst: at(1) / frameMs,
    blank: watch.blank
  }
}

Object.assign(globalThis, {
  probe: { expectChange, changed: () => armed, watchFrames, framesWatched }
})
