/** A name that is one on every system: no folders, no control characters, no reserved ones. */
export function safeName(name: string): string {
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/gu, '-').replace(/^[.\s]+|[.\s]+$/gu, '')
  return plain === '' ? 'Switchboard' : plain.slice(0, 200)
}
