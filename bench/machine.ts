import { cpus, loadavg, totalmem } from 'node:os'

/** Where numbers were measured; nothing in it names whose machine it is. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly electron: string
  /** Whether that is the pinned version, or what could be had instead. */
  readonly runtime: string
  /** Programs that wanted a core in the minute before, on average; 0 where the system does not tell. */
  readonly load: number
}

/** Describes this machine. */
export function thisMachine(runtime: Pick<Machine, 'electron' | 'runtime'>): Machine {
  const models = cpus()
  return {
    cpu: models[0]?.model.trim() ?? 'unknown',
    cores: models.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    ...runtime,
    load: Number((loadavg()[0] ?? 0).toFixed(1))
  }
}

/** The machine in a sentence. */
export function machineText(machine: Machine): string {
  const { cpu, cores, memoryGb, system, electron, runtime, load } = machine
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Electron ${electron} (${runtime}), load ${load} at the start`
}
