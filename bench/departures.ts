/** The most moments (ms, ascending) that any rolling second holds; its end is not part of it. */
export function mostInASecond(moments: readonly number[]): number {
  let from = 0
  let most = 0
  moments.forEach((moment, at) => {
    while (moment - (moments[from] ?? moment) >= 1_000) from += 1
    most = Math.max(most, at - from + 1)
  })
  return most
}

/**
 * How much of a limit (requests a second) was used, in percent, once the first burst had left: the limit
 * allows that many at once, so the time of a steady sender begins with the last of them.
 */
export function shareOfLimit(moments: readonly number[], limit: number): number {
  const steady = moments.length - limit
  const from = moments[limit - 1]
  const to = moments.at(-1)
  if (steady < 1 || from === undefined || to === undefined)
    throw new RangeError('Too few requests to tell a rate')
  return (steady / ((to - from) / 1_000) / limit) * 100
}
