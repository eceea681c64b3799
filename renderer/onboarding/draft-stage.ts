import type { IntakeFailure } from './intake-failure.ts'

/** How far a draft has come. `share`: of the bytes that are read, 0 to 1. */
export type DraftStage =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'refused'; readonly failure: IntakeFailure }
  | { readonly kind: 'ready' }

/** The stage once so many bytes of a file of that size are read. */
export function readSoFar(stage: DraftStage, done: number, size: number): DraftStage {
  if (stage.kind !== 'reading') return stage
  return { kind: 'reading', share: size === 0 ? 0 : Math.min(1, done / size) }
}
