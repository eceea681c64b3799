import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { mutants, type Mutant } from './mutants.ts'

/** What has to find a defect, cheapest first. */
const detectors: readonly (readonly [string, readonly string[]])[] = [
  [
    'unit',
    ['node_modules/vitest/vitest.mjs', 'run', '--project=dom', '--bail=1', 'renderer/outbox/']
  ],
  ['simulation', ['scripts/simulate.mjs', '--histories=1500', '--seed=1']],
  [
    'courier',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=node',
      '--bail=1',
      'electron/courier/',
      'electron/chathub/pace',
      'electron/chathub/slowdown'
    ]
  ]
]

/** How a mutant fared; `by` is `null` where nothing found it. */
interface Fate {
  readonly mutant: Mutant
  readonly by: string | null
}

/** The command `npm run mutants`: plants each defect alone in a copy of `root`; answers with its exit status. */
export function runMutants(
  root: string,
  only: string | undefined,
  print: (line: string) => void
): number {
  const chosen = mutants.filter(({ name }) => only === undefined || name.includes(only))
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  const fates: Fate[] = []
  try {
    copy(root, folder)
    const broken = detectors.find(([, args]) => fails(folder, args))
    if (broken) {
      print(`Without any defect: ${broken[0]} fails. There is nothing to compare with.`)
      return 2
    }
    for (const mutant of chosen) {
      const fate = { mutant, by: tryOne(folder, mutant) }
      fates.push(fate)
      print(`${fate.by === null ? 'SURVIVED' : `caught by ${fate.by}`.padEnd(21)}  ${mutant.name}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const survivors = fates.filter(({ by }) => by === null)
  print(
    `${fates.length} mutants, ${fates.length - survivors.length} caught, ${survivors.length} survived`
  )
  if (only === undefined) writeFileSync(join(root, 'docs/mutants.md'), document(fates))
  return survivors.length > 0 ? 1 : 0
}

function copy(root: string, folder: string): void {
  const left = new Set(['node_modules', '.git', 'out', 'test-results'])
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

function tryOne(folder: string, { file, from, to, name }: Mutant): string | null {
  const path = join(folder, file)
  const whole = readFileSync(path, 'utf8')
  if (whole.split(from).length !== 2)
    throw new Error(`"${name}": ${basename(file)} does not hold its piece exactly once`)
  writeFileSync(
    path,
    whole.replace(from, () => to)
  )
  try {
    return detectors.find(([, args]) => fails(folder, args))?.[0] ?? null
  } finally {
    writeFileSync(path, whole)
  }
}

function fails(folder: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [...args], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 300_000
  })
  return status !== 0
}

function document(fates: readonly Fate[]): string {
  const rows = fates.map(
    ({ mutant, by }) => `| ${mutant.name} | \`${mutant.file}\` | ${by ?? '**nothing**'} |`
  )
  return [
    '# Planted defects',
    '',
    'Tests that cannot fail prove nothing. `npm run mutants` plants each of these defects alone in a copy of the',
    'program, runs the tests of the outbox and simulated days against it, and fails unless every one is found.',
    'It also writes this page.',
    '',
    '| Defect | Where | Found by |',
    '| --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
}
