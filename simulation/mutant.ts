/** One planted defect: a piece of the program, and what stands in its place. */
export interface Mutant {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}
