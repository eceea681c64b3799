/** What of the benchmarks is asked for. */
export interface BenchOptions {
  /** What others offer is measured beside. */
  readonly peers: boolean
  /** A million operators instead of the table. */
  readonly million: boolean
  readonly rounds: number
  /** Parts to run, by name; all where there is none. */
  readonly only: readonly string[]
}

/** What was asked, or what to say instead of measuring: help, or what was wrong. */
export type Asked =
  | { readonly kind: 'run'; readonly options: BenchOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }

const defaultRounds = 5
const rounds = /^--rounds=([1-9]\d{0,2})$/

/** Reads the command line of `npm run bench --`. `parts`: those that there are. */
export function readBenchOptions(args: readonly string[], parts: readonly string[]): Asked {
  const known = ['--peers', '--million', '--help', '-h', ...parts]
  const help = `Usage: npm run bench -- [${parts.join('] [')}] [--rounds=N] [--million]`
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help', text: help }
  const strange = args.filter((arg) => !known.includes(arg) && !rounds.test(arg))
  if (strange.length > 0)
    return { kind: 'wrong', text: `Not understood: ${strange.join(' ')}\n${help}` }
  const asked = args.map((arg) => rounds.exec(arg)?.[1]).find((found) => found !== undefined)
  return {
    kind: 'run',
    options: {
      peers: args.includes('--peers'),
      million: args.includes('--million'),
      rounds: Number(asked ?? defaultRounds),
      only: args.filter((arg) => parts.includes(arg))
    }
  }
}
