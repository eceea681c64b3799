const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** The next page zoom: one step larger or smaller, within what the settings allow; 0 goes back to 100 %. */
export function zoomAfter(zoom: number, step: 1 | -1 | 0): number {
  if (step === 0) return 1
  const near = 0.001
  const next =
    step > 0
      ? steps.find((other) => other > zoom + near)
      : steps.findLast((other) => other < zoom - near)
  return next ?? zoom
}
