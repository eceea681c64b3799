import type { WorkbookFault } from './fault.ts'
import { decodeReferences, isBlank, longestReference } from './xml-text.ts'

/** What is told of a part of a workbook while it is read. Names come without their prefix. */
export interface XmlEvents {
  /** Set once it is of no use to read on. */
  readonly fault: WorkbookFault | null
  /** `tag`: what stands behind the name in the tag. */
  open(name: string, tag: string): void
  close(name: string): void
  /** Text, in pieces of any length. */
  text(text: string): void
}

const longestTag = 1 << 20
const deepest = 256
const doctype = '<!DOCTYPE'
const comment = { until: '-->', keep: false }
const instruction = { until: '?>', keep: false }
const cdata = { until: ']]>', keep: true }
const [bang, slash, question] = [0x21, 0x2f, 0x3f]

/**
 * Reads XML piece by piece, the same wherever the borders of the pieces lie. It asks for whole tags in their
 * order, no more; of a document type that declares anything it takes nothing.
 */
export class XmlReader {
  damaged = false
  private readonly events: XmlEvents
  private readonly names: string[] = []
  private rest = ''
  private at = 0
  private begun = false
  private section: typeof comment | null = null

  constructor(events: XmlEvents) {
    this.events = events
  }

  /** Reads on with the next piece. */
  write(text: string): void {
    this.rest = this.rest.slice(this.at) + text
    this.at = 0
    while (!this.damaged && this.step());
    if (this.rest.length - this.at > longestTag) this.damaged = true
  }

  /** Nothing comes any more: whatever is open is damaged. */
  end(): void {
    const over = this.begun && this.names.length === 0 && this.section === null
    if (!over || this.at < this.rest.length) this.damaged = true
  }

  /** Reads one text or one tag; false where more must come first. */
  private step(): boolean {
    if (this.section !== null) return this.through(this.section)
    const markup = this.rest.indexOf('<', this.at)
    return markup === this.at ? this.markup() : this.characters(markup)
  }

  private characters(markup: number): boolean {
    const end = markup < 0 ? this.wholeUntil() : markup
    if (end > this.at) this.tell(this.rest.slice(this.at, end))
    this.at = end
    return markup >= 0
  }

  /** Up to where the text surely does not end inside of a reference. */
  private wholeUntil(): number {
    const from = Math.max(this.at, this.rest.length - longestReference)
    const begun = this.rest.slice(from).lastIndexOf('&')
    return begun < 0 ? this.rest.length : from + begun
  }

  private tell(text: string, references = true): void {
    if (this.names.length > 0) this.events.text(references ? decodeReferences(text) : text)
    else if (!references || text.trim() !== '') this.damaged = true
  }

  private through({ until, keep }: typeof comment): boolean {
    const found = this.rest.indexOf(until, this.at)
    const sure = Math.max(this.at, this.rest.length - until.length + 1)
    const end = found < 0 ? sure : found
    if (keep && end > this.at) this.tell(this.rest.slice(this.at, end), false)
    this.at = found < 0 ? end : end + until.length
    if (found >= 0) this.section = null
    return found >= 0
  }

  private markup(): boolean {
    const code = this.rest.charCodeAt(this.at + 1)
    if (code === slash) return this.closing()
    if (code === question) return this.begin(instruction, 2)
    if (code === bang) return this.declaration()
    return Number.isNaN(code) ? false : this.opening()
  }

  private begin(section: typeof comment, skipped: number): boolean {
    this.section = section
    this.at += skipped
    return true
  }

  private declaration(): boolean {
    if (this.rest.startsWith('<!--', this.at)) return this.begin(comment, 4)
    if (this.rest.length - this.at < doctype.length) return false
    if (this.rest.startsWith('<![CDATA[', this.at)) return this.begin(cdata, 9)
    const end = this.rest.indexOf('>', this.at)
    const declares = this.rest.slice(this.at, end < 0 ? undefined : end).includes('[')
    if (!this.rest.startsWith(doctype, this.at) || declares) this.damaged = true
    if (end >= 0) this.at = end + 1
    return end >= 0
  }

  private closing(): boolean {
    const end = this.rest.indexOf('>', this.at)
    if (end < 0) return false
    const name = this.names.pop() ?? ''
    const from = this.at + 2
    // Without a copy where it is written as nearly every program does.
    const plain = end - from === name.length && this.rest.startsWith(name, from)
    const same = plain || this.rest.slice(from, end).trimEnd() === name
    if (same && name !== '') this.events.close(localName(name))
    else this.damaged = true
    this.at = end + 1
    return true
  }

  private opening(): boolean {
    const nameEnd = endOfName(this.rest, this.at + 1)
    const end = tagEnd(this.rest, nameEnd)
    if (end < 0) return false
    const closed = this.rest.charCodeAt(end - 1) === slash
    const name = this.rest.slice(this.at + 1, nameEnd)
    const second = this.begun && this.names.length === 0
    if (name === '' || second || this.names.length === deepest) this.damaged = true
    else this.open(name, { tag: this.rest.slice(nameEnd, closed ? end - 1 : end), closed })
    this.at = end + 1
    return true
  }

  private open(name: string, { tag, closed }: { tag: string; closed: boolean }): void {
    this.begun = true
    const local = localName(name)
    this.names.push(name)
    this.events.open(local, tag)
    if (!closed) return
    this.names.pop()
    this.events.close(local)
  }
}

function localName(name: string): string {
  const colon = name.length < 3 ? -1 : name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Where a tag ends: at the first ">" outside of quotes; -1 where it does not yet. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote === 0 && code === 0x3e) return at
    if (code === quote) quote = 0
    else if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code
  }
  return -1
}

function endOfName(text: string, from: number): number {
  let at = from
  while (at < text.length && !endsName(text.charCodeAt(at))) at += 1
  return at
}

function endsName(code: number): boolean {
  return isBlank(code) || code === slash || code === 0x3e || code === 0x22 || code === 0x3d
}
