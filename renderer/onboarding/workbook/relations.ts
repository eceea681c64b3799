import type { WorkbookFault } from './fault.ts'
import { attributeOf } from './xml-text.ts'
import type { XmlEvents } from './xml-reader.ts'

/** What a part of a workbook is to the one that refers to it. */
export interface Relation {
  /** The last word of the type's address, which is the same in both editions of the standard. */
  readonly type: string
  /** The other part's path. */
  readonly path: string
}

const mostRelations = 100_000

/** Reads the relations of a part. */
export class Relations implements XmlEvents {
  fault: WorkbookFault | null = null
  private readonly all = new Map<string, Relation>()
  private readonly folder: string

  /** `of`: the path of the part whose relations they are. */
  constructor(of: string) {
    this.folder = of.slice(0, of.lastIndexOf('/') + 1)
  }

  open(name: string, tag: string): void {
    if (name !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return
    const type = attributeOf(tag, 'Type') ?? ''
    const target = attributeOf(tag, 'Target') ?? ''
    this.all.set(attributeOf(tag, 'Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      path: pathOf(target.startsWith('/') ? target : this.folder + target)
    })
    if (this.all.size > mostRelations) this.fault = 'damaged-workbook'
  }

  close(): void {}

  text(): void {}

  /** The path of the part of a type, if there is one. */
  path(type: string): string | null {
    return [...this.all.values()].find((relation) => relation.type === type)?.path ?? null
  }

  /** The relation of an id, if there is one. */
  find(id: string): Relation | null {
    return this.all.get(id) ?? null
  }
}

/** Where the relations of a part are kept. */
export function relationsOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

function pathOf(target: string): string {
  const steps: string[] = []
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
