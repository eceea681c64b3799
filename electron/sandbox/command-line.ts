import { callWords, faultWords, readRule } from './fault-words.ts'
import type { FaultRule } from './fault.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
import { parseArgs } from 'node:util'
import type { Settings, TokenShape } from './model.ts'

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'run'; readonly options: SandboxOptions; readonly rules: readonly FaultRule[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

const asked = {
  port: { type: 'string' },
  operators: { type: 'string' },
  organizations: { type: 'string' },
  each: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  'rate-limit': { type: 'string' },
  data: { type: 'string' },
  'keep-ledger': { type: 'boolean' },
  token: { type: 'string' },
  login: { type: 'string' },
  password: { type: 'string' },
  'token-shape': { type: 'string' },
  'no-organizations': { type: 'boolean' },
  fault: { type: 'string', multiple: true },
  control: { type: 'boolean' },
  help: { type: 'boolean' }
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof asked }>>['values']

const usualPort = 4010

/** What `--help` prints. */
export function help(): string {
  const words = Object.entries(faultWords).map(([word, { says, value }]) => {
    const form = value === null ? word : `${word}=${value}`
    return `  ${form.padEnd(34)} ${says}`
  })
  return `The sandbox: a ChatHub on this machine, with data made up.

npm run sandbox -- [options]
  --port=4010              where it listens, on 127.0.0.1 alone; 0 takes a free port
  --operators=100000       rows of a large organization; 0 leaves it out (usual: 0)
  --organizations=3        how many organizations beside the large one
  --each=5000              people of each organization beyond the usual three (usual: some dozens);
                           with --organizations=203 a million, each team made when it is asked for
  --seed=1                 other numbers give other people
  --latency=300            ms before each request is applied (usual: 0)
  --rate-limit=50/75       requests a second / at once, then 429; off for none (usual: 50/75)
  --data=DIR               keep the data here between starts (usual: in memory)
  --keep-ledger            with --data: also write the ledger there
  --token=TEXT             the company token (usual: a random one)
  --login=TEXT --password=TEXT
  --token-shape=json-string|object|data|unquoted
  --no-organizations       do not offer the call that lists the organizations
  --control                offer /_sandbox/ledger, /_sandbox/faults, /_sandbox/outage, /_sandbox/reset
  --fault=RULE             a fault to come; as often as needed
  --help

RULE is CALL[@ORGANIZATION][~NAME]:FAULT[=VALUE][:COUNT], for example
  --fault=add:drop-after:2 --fault=list@24:403:always --fault="add~Emma Davis:422" --fault=any:429=30:#3
CALL is any, ${callWords.join(', ')}.
COUNT is how often (usual: 1), always, #3 for the third match, #3x2 for two from the third on.
FAULT is
  ${'400 to 599[=RETRY-AFTER]'.padEnd(34)} answer this status, apply nothing
${words.join('\n')}`
}

/** Reads the command line (without node and the script). */
export function readCommand(words: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...words], options: asked })
    return values.help === true ? { kind: 'help' } : commandOf(values)
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function commandOf(values: Values): Command {
  const rules = (values.fault ?? []).map(readRule)
  const faults = [...wrongNumbers(values), ...wrongWords(values)]
  for (const rule of rules) if (!rule.ok) faults.push(rule.message)
  if (faults.length > 0) return wrong(faults.join('\n'))
  const found = rules.flatMap((rule) => (rule.ok ? [rule.rule] : []))
  return { kind: 'run', options: optionsOf(values), rules: found }
}

function wrong(message: string): Command {
  return { kind: 'wrong', message: `${message}\nnpm run sandbox -- --help lists what there is.` }
}

/** The numbers, each with its least and its greatest. */
const numbers = [
  ['port', 0, 65_535],
  ['operators', 0, 1_000_000],
  ['organizations', 1, 10_000],
  ['each', 1, 100_000],
  ['seed', 0, 4_294_967_295],
  ['latency', 0, 600_000]
] as const

function wrongNumbers(values: Values): string[] {
  return numbers.flatMap(([name, least, most]) => {
    const written = values[name]
    if (written === undefined) return []
    const isNumber = /^\d{1,10}$/.test(written)
    const fits = isNumber && Number(written) >= least && Number(written) <= most
    return fits ? [] : [`--${name}=${written}: a number from ${least} to ${most} is needed`]
  })
}

const shapes: readonly TokenShape[] = ['json-string', 'object', 'data', 'unquoted']

function wrongWords(values: Values): string[] {
  const limit = values['rate-limit']
  const shape = values['token-shape']
  const faults: string[] = []
  if (limit !== undefined && rateLimitOf(limit) === null) {
    faults.push(`--rate-limit=${limit}: write it as 50/75 (a second / at once), or off`)
  }
  if (shape !== undefined && !shapes.some((known) => known === shape)) {
    faults.push(`--token-shape=${shape}: use ${shapes.join(', ')}`)
  }
  if (values['keep-ledger'] === true && values.data === undefined) {
    faults.push('--keep-ledger: say where, with --data=DIR')
  }
  for (const name of ['token', 'login', 'password', 'data'] as const) {
    if (values[name] === '') faults.push(`--${name}: a text is needed after =`)
  }
  return faults
}

function rateLimitOf(written: string): Settings['rateLimit'] | null {
  if (written === 'off') return 'off'
  const [, perSecond, burst] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(written) ?? []
  if (perSecond === undefined || burst === undefined) return null
  return { perSecond: Number(perSecond), burst: Number(burst) }
}

function optionsOf(values: Values): SandboxOptions {
  const text = {
    ...(values.data === undefined ? {} : { folder: values.data }),
    ...(values.token === undefined ? {} : { token: values.token }),
    ...(values.login === undefined ? {} : { login: values.login }),
    ...(values.password === undefined ? {} : { password: values.password }),
    ...(values.each === undefined ? {} : { each: Number(values.each) })
  }
  return {
    ...text,
    port: Number(values.port ?? usualPort),
    operators: Number(values.operators ?? 0),
    organizations: Number(values.organizations ?? 3),
    seed: Number(values.seed ?? 1),
    settings: settingsOf(values),
    keepLedger: values['keep-ledger'] === true,
    control: values.control === true
  }
}

function settingsOf(values: Values): Partial<Settings> {
  return {
    latency: Number(values.latency ?? 0),
    offersOrganizations: values['no-organizations'] !== true,
    rateLimit: rateLimitOf(values['rate-limit'] ?? '50/75') ?? 'off',
    tokenShape: shapes.find((known) => known === values['token-shape']) ?? 'json-string'
  }
}

/** What a started sandbox says of itself. */
function greeting({ address, login, password, token }: Sandbox): string {
  return [
    'The sandbox is a ChatHub with data made up. Ctrl+C ends it.',
    `  address   ${address}`,
    `  token     ${token}`,
    `  login     ${login}`,
    `  password  ${password}`
  ].join('\n')
}

/** Where a command line runs: what it prints to, and what ends it. */
export type Surroundings = {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  /** Calls back once somebody wants the sandbox to end. */
  readonly onEnd: (end: () => void) => void
}

/** Runs a command line; resolves, with the exit code, at once or when the sandbox has ended. */
export async function runCommand(words: readonly string[], around: Surroundings): Promise<number> {
  const command = readCommand(words)
  if (command.kind === 'help') {
    around.print(help())
    return 0
  }
  if (command.kind === 'wrong') {
    around.complain(command.message)
    return 2
  }
  const sandbox = await startSandbox(command.options).catch((thrown: unknown) => startFault(thrown))
  if (typeof sandbox === 'string') {
    around.complain(sandbox)
    return 1
  }
  for (const rule of command.rules) sandbox.faults.add(rule)
  around.print(greeting(sandbox))
  if (sandbox.damaged > 0)
    around.complain(`${sandbox.damaged} damaged lines of data were passed over.`)
  await new Promise<void>((resolve) => around.onEnd(resolve))
  await sandbox.stop()
  return 0
}

function startFault(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is taken. Choose another with --port=, or --port=0 for any.'
  if (code === undefined) throw thrown
  return `The sandbox cannot start: ${message}`
}
