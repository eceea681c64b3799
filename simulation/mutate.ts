import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { mutants, type Mutant } from './mutants.ts'

const vitest = 'node_modules/vitest/vitest.mjs'

/** What has to find a defect, cheapest first. */
const detectors: readonly (readonly string[])[] = [
  [vitest, 'run', '--project=dom', '--bail=1', '--exclude=**/large.test.ts', 'renderer/outbox/'],
  [vitest, 'run', '--project=node', '--bail=1', 'electron/courier/', 'electron/chathub/pace'],
  ['scripts/simulate.mjs', '--histories=1500', '--seed=1']
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
    const broken = firstEvidence(folder)
    if (broken !== null) {
      print(`Broken without any defect: ${broken}. There is nothing to compare with.`)
      return 2
    }
    for (const mutant of chosen) {
      const fate = { mutant, by: tryOne(folder, mutant) }
      fates.push(fate)
      print(`${fate.by === null ? 'SURVIVED' : 'caught  '}  ${mutant.name} | ${fate.by ?? ''}`)
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
  if (whole.split(from).length !== 2) {
    throw new Error(`"${name}": ${basename(file)} does not hold its piece exactly once`)
  }
  writeFileSync(
    path,
    whole.replace(from, () => to)
  )
  try {
    return firstEvidence(folder)
  } finally {
    writeFileSync(path, whole)
  }
}

/** The first test or promise that is broken; `null` where none is. */
function firstEvidence(folder: string): string | null {
  for (const args of detectors) {
    const found = evidence(folder, args)
    if (found !== null) return found
  }
  return null
}

/** What broke in one run. A run that failed and names nothing is no evidence, and ends the calibration. */
function evidence(folder: string, args: readonly string[]): string | null {
  const run = spawnSync(process.execPath, [...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  })
  if (run.status === 0) return null
  const output = `${run.stdout}\n${run.stderr}`
  const test = /FAIL.*?\.test\.ts > (.*)/.exec(output)?.[1]
  const promise = /^ {2}(I\d+|bug): /m.exec(output)?.[1]
  if (test !== undefined) return test.trim()
  if (promise !== undefined) return `simulated days: ${promise}`
  throw new Error(`A run failed and does not say of what:\n${output.slice(-2_000)}`)
}

function document(fates: readonly Fate[]): string {
  const rows = fates.map(
    ({ mutant, by }) =>
      `| ${cell(mutant.name)} | \`${basename(mutant.file)}\` | ${cell(by ?? '**nothing**')} |`
  )
  return [
    '# Planted defects',
    '',
    'Tests that cannot fail prove nothing. `npm run mutants` plants each of these defects alone in a copy of the',
    'program, runs the tests of the outbox and simulated days against it, and fails unless every one is found.',
    'It also writes this page.',
    '',
    '| Defect | Where | First found by |',
    '| --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
