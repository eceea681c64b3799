import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A process and everything it started, the process itself first: what has to end for the
 * whole app to be gone at once.
 */
export async function processTree(root: number): Promise<readonly number[]> {
  const parents = process.platform === 'linux' ? await fromProc() : await fromPs()
  const tree = [root]
  for (let at = 0; at < tree.length; at++) {
    const children = parents.filter(([, parent]) => parent === tree[at]).map(([child]) => child)
    tree.push(...children)
  }
  return tree
}

type ChildAndParent = readonly [child: number, parent: number]

async function fromProc(): Promise<readonly ChildAndParent[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined))
  )
  return stats.filter((stat) => stat !== undefined).map(fromStat)
}

/** The program's name stands in brackets and may hold any character, brackets too. */
function fromStat(stat: string): ChildAndParent {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return [Number.parseInt(stat, 10), Number(afterName[1])]
}

async function fromPs(): Promise<readonly ChildAndParent[]> {
  if (process.platform === 'win32') return []
  const { stdout } = await run('ps', ['-Ao', 'pid=,ppid='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [child, parent] = line.trim().split(/\s+/)
      return [Number(child), Number(parent)] as const
    })
}
