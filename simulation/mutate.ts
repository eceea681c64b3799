import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { layers, type Layer } from './detectors.ts'
import { readFates, writeFates, type Fate } from './mutants-page.ts'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

const usage = `Usage: npm run mutants -- [--layer=${Object.keys(layers).join('|')}] [part of a name]`

/**
 * The command `npm run mutants`: plants each defect alone in a copy of `root`, and sees by itself what each
 * layer of tests finds; answers with its exit status. A layer that is not run keeps what the page says.
 */
export function runMutants(
  root: string,
  args: readonly string[],
  print: (line: string) => void
): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { layer: { type: 'string' } },
    allowPositionals: true
  })
  const names = Object.keys(layers) as Layer[]
  const chosen = names.filter((name) => values.layer === undefined || values.layer === name)
  if (chosen.length === 0) {
    print(usage)
    return 2
  }
  const [part = ''] = positionals
  const page = join(root, 'docs/mutants.md')
  const fates = readFates(page)
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  try {
    copy(root, folder)
    const broken = chosen.map((layer) => layers[layer](folder)).find((each) => each !== null)
    if (broken !== undefined) {
      print(`Broken without any defect: ${broken}. There is nothing to compare with.`)
      return 2
    }
    for (const mutant of mutants.filter(({ name }) => name.includes(part))) {
      const fate = { ...fates.get(mutant.name), ...tryOne(folder, mutant, chosen) }
      fates.set(mutant.name, fate)
      print(`${mutant.name} | ${chosen.map((layer) => fate[layer] ?? 'SURVIVED').join(' | ')}`)
      writeFates(page, fates)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return survivorsAmong(fates, print)
}

/** Prints how many were caught; answers with the exit status. */
function survivorsAmong(fates: ReadonlyMap<string, Fate>, print: (line: string) => void): number {
  const all = mutants.map(({ name }) => fates.get(name))
  const survivors = all.filter((fate) => !fate?.tests && !fate?.simulation).length
  print(`${all.length} mutants, ${all.length - survivors} caught, ${survivors} survived`)
  return survivors > 0 ? 1 : 0
}

function copy(root: string, folder: string): void {
  const left = new Set(['node_modules', '.git', 'out', 'test-results'])
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

function tryOne(folder: string, mutant: Mutant, chosen: readonly Layer[]): Fate {
  const { file, from, to, name } = mutant
  const path = join(folder, file)
  const whole = readFileSync(path, 'utf8')
  if (whole.split(from).length !== 2) {
    throw new Error(`"${name}": ${basename(file)} does not hold its piece exactly once`)
  }
  const planted = whole.replace(from, () => to)
  writeFileSync(path, planted)
  try {
    return Object.fromEntries(chosen.map((layer) => [layer, layers[layer](folder)]))
  } finally {
    writeFileSync(path, whole)
  }
}
