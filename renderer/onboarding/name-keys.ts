import { clean, looseKey, sameKey } from '../../shared/match-key.ts'

/** A name as it will be sent, and its keys for comparison; see `shared/match-key.ts`. */
export interface NameKeys {
  readonly name: string
  /** Equal for equal loose keys; known without making the key. */
  readonly hash: number
  readonly same: string
  readonly loose: string
}

/**
 * Cleans a name; its keys are made when they are asked for. Nearly every name of a list is made of plain
 * letters and single blanks: it is clean already, and its hash follows from one look at each letter. The
 * others take the general way, which is some twenty times as long.
 */
export function keysOf(text: string): NameKeys {
  const hash = plainHash(text)
  return hash === null ? new Keys(clean(text), hashOf(looseKey(text))) : new Keys(text, hash)
}

class Keys implements NameKeys {
  readonly name: string
  readonly hash: number

  constructor(name: string, hash: number) {
    this.name = name
    this.hash = hash
  }

  get same(): string {
    return sameKey(this.name)
  }

  get loose(): string {
    return looseKey(this.name)
  }
}

const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

/**
 * What each plain character is in the loose key; 0 for all that needs the general way. The letters are
 * precomposed and have no marks of their own but for й and ї, which the keys keep.
 */
const folded = new Uint16Array(0x600)
for (const letter of '0123456789abcdefghijklmnopqrstuvwxyz .,\'"&@()_-абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ') {
  folded[letter.charCodeAt(0)] = letter.charCodeAt(0)
  folded[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0)
}
for (const letter of 'אבגדהוזחטיכלמנסעפצקרשתךםןףץ') {
  folded[letter.charCodeAt(0)] = (finals[letter] ?? letter).charCodeAt(0)
}

const seed = 0x811c9dc5
const prime = 0x01000193
const blank = 0x20

/** The hash of a name's loose key; `null` for a name that is not clean or has characters out of the ordinary. */
function plainHash(text: string): number | null {
  let hash = seed
  let before = blank
  for (let at = 0; at < text.length; at += 1) {
    const code = folded[text.charCodeAt(at)] ?? 0
    if (code === 0 || (code === blank && before === blank)) return null
    hash = Math.imul(hash ^ code, prime)
    before = code
  }
  return before === blank ? null : mixed(hash)
}

function hashOf(key: string): number {
  let hash = seed
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), prime)
  return mixed(hash)
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
