/** The bytes of XML as text, piece by piece; UTF-8, or UTF-16 by its mark or by the zero bytes of its first "<". */
export class XmlDecoder {
  private head = new Uint8Array(0)
  private decoder: TextDecoder | null = null

  /** The text of the next piece; what a border cuts in two comes with the piece after it. */
  decode(bytes: Uint8Array): string {
    if (this.decoder !== null) return this.decoder.decode(bytes, { stream: true })
    const head = new Uint8Array(this.head.length + bytes.length)
    head.set(this.head)
    head.set(bytes, this.head.length)
    this.head = head
    if (head.length < 2) return ''
    this.decoder = new TextDecoder(encodingOf(head))
    return this.decoder.decode(head, { stream: true })
  }

  /** What is left at the end. */
  end(): string {
    return this.decoder?.decode() ?? ''
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
    ? 'utf-16be'
    : 'utf-8'
}
