/** What is known of each slot: typed, so that all of a hundred thousand are looked at in no time. */
export interface SlotColumns {
  /** 1 while the row of the slot is there. */
  readonly here: Uint8Array
  readonly badges: Uint8Array
  readonly statuses: Uint8Array
}

/** Columns for so many slots, with what others hold. */
export function slotColumns(size: number, before?: SlotColumns): SlotColumns {
  const column = (values: Uint8Array | undefined): Uint8Array => {
    const grown = new Uint8Array(size)
    if (values) grown.set(values.subarray(0, size))
    return grown
  }
  return {
    here: column(before?.here),
    badges: column(before?.badges),
    statuses: column(before?.statuses)
  }
}

/** The values of some slots, in their order. */
export function gathered(values: Uint8Array, slots: Uint32Array): Uint8Array {
  const found = new Uint8Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) found[at] = values[slots[at] as number] as number
  return found
}

/** Where each of so many slots stands among some of them, -1 where it does not. */
export function placesOf(slots: Uint32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1)
  for (let at = 0; at < slots.length; at += 1) places[slots[at] as number] = at
  return places
}
