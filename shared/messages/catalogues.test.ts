import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { he } from './he.ts'
import type { Locale } from './messages.ts'
import { uk } from './uk.ts'

const counts = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100]

type Text = string | ((...args: unknown[]) => string)

/** Every text of a catalogue by its path; formats are no texts. */
function textsOf(catalogue: object): Map<string, Text> {
  const found = new Map<string, Text>()
  const walk = (node: object, path: string): void => {
    for (const [key, value] of Object.entries(node) as [string, object | Text][]) {
      const at = path === '' ? key : `${path}.${key}`
      if (typeof value === 'object') walk(value, at)
      else found.set(at, value)
    }
  }
  walk({ ...catalogue, format: {} }, '')
  return found
}

/** What a parameter of this name is given; each count is tried. A new name has to be added here. */
const samples: Record<string, (count: number) => unknown> = {
  ...Object.fromEntries(
    [
      ...['count', 'edits', 'id', 'line', 'length', 'longest', 'done', 'total'],
      ...['megabytes', 'workbookMegabytes', 'rows', 'size', 'limit', 'places', 'index', 'percent'],
      ...['number', 'ms', 'requests', 'active', 'row'],
      ...['people', 'files']
    ].map((name) => [name, (count: number) => count])
  ),
  ...Object.fromEntries(
    ['name', 'organization', 'words', 'code', 'login', 'example'].map((name) => [
      name,
      () => '‹name›'
    ])
  ),
  ...Object.fromEntries(
    [
      ...['since', 'time', 'ago', 'wait', 'waiting', 'from', 'to', 'status', 'ids'],
      ...['text', 'what', 'why', 'field', 'summary', 'base']
    ].map((name) => [name, () => '‹part›'])
  ),
  ...Object.fromEntries(
    ['app', 'electron', 'chromium', 'node'].map((name) => [name, () => '1.2.3'])
  ),
  undo: (count: number) => ({
    ...{ deletes: count, restores: count, discards: count, awaited: count }
  }),
  names: () => ['‹name›', '‹second›', '‹third›']
}

/** The names of a function's parameters, as they stand in its source. */
function parametersOf(text: (...args: unknown[]) => string): string[] {
  const source = /^\(?([^)=]*)\)?\s*=>/.exec(String(text))?.[1] ?? ''
  return source
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const catalogues: Record<Locale, ReadonlyMap<string, Text>> = {
  en: textsOf(en),
  he: textsOf(he),
  uk: textsOf(uk)
}
const english = catalogues.en

/** What a text says with this count, wherever it takes one. */
function said(locale: Locale, path: string, count: number): string {
  const text = catalogues[locale].get(path)
  const model = english.get(path)
  if (typeof text === 'string') return text
  if (typeof text !== 'function' || typeof model !== 'function') throw new Error(`No text ${path}`)
  return text(...parametersOf(model).map((name) => samples[name]?.(count)))
}

function takesCount(path: string): boolean {
  const model = english.get(path)
  return typeof model === 'function' && /count|edits/.test(parametersOf(model).join())
}

const paths = [...english.keys()]
const counted = paths.filter(takesCount)

describe('every catalogue', () => {
  it('is met with parameters that this test knows', () => {
    const functions = [...english.values()].filter((text) => typeof text === 'function')
    const unknown = functions.flatMap(parametersOf).filter((name) => !(name in samples))
    expect(unknown).toEqual([])
    expect(functions.length).toBeGreaterThan(40)
    expect(counted.length).toBeGreaterThan(20)
  })

  it.each(['he', 'uk'] as const)('has the texts of English and no others: %s', (locale) => {
    expect([...catalogues[locale].keys()].sort()).toEqual([...paths].sort())
  })

  it.each(['en', 'he', 'uk'] as const)(
    'says something whole, whatever it is given: %s',
    (locale) => {
      const texts = paths.flatMap((path) => counts.map((count) => said(locale, path, count)))
      const broken = /undefined|NaN|\[object|\{n\}|^\s*$|\s{2}|^\s|\s$/
      expect(texts.filter((text) => broken.test(text))).toEqual([])
    }
  )

  it.each(['he', 'uk'] as const)('uses every part that English uses: %s', (locale) => {
    const parts = (text: string): string[] => text.match(/‹\w+›/g) ?? []
    const differing = paths.filter((path) =>
      [1, 7].some(
        (count) =>
          parts(said(locale, path, count))
            .sort()
            .join() !==
          parts(said('en', path, count))
            .sort()
            .join()
      )
    )
    expect(differing).toEqual([])
  })

  it.each(['he', 'uk'] as const)('isolates each name within a sentence: %s', (locale) => {
    const naked = (text: string): boolean =>
      /(?<!\u2068)‹(name|second|third)›|‹name›(?!\u2069)/.test(text)
    const faults = paths.filter((path) => counts.some((count) => naked(said(locale, path, count))))
    expect(faults).toEqual([])
  })

  it.each(['en', 'he', 'uk'] as const)('gives each menu a key of its own: %s', (locale) => {
    const { menu } = { en, he, uk }[locale].frame
    const titles = [menu.file, menu.edit, menu.operators, menu.view, menu.window, menu.help]
    const keys = titles.map((title) => /&(.)/.exec(title)?.[1]?.toLowerCase())
    expect(new Set(keys.filter((key) => key !== undefined)).size).toBe(titles.length)
  })
})

/** Names of products and of things that bear no other name. */
const latin =
  /Switchboard|ChatHub|Electron|Chromium|Node|Excel|HTTP|Wi-Fi|OpenDocument|Word|PDF|CSV|SHA|UTF|windows-125|KOI8-U|IBM|DOS|Mac|MB|\.(csv|tsv|txt|xlsx?)|https:\/\/(chatapi\.smsbat\.com)?|English/g

describe('no language is left in another', () => {
  it('has no English in Hebrew', () => {
    const left = paths.filter((path) =>
      /[a-z]/i.test(foreign(said('he', path, 7).replace(latin, '')))
    )
    expect(left).toEqual([])
  })

  it('has no English in Ukrainian, but for what an id is called there', () => {
    const left = paths.filter((path) =>
      /[a-z]/i.test(
        foreign(
          said('uk', path, 7)
            .replace(latin, '')
            .replace(/\bID\b/g, '')
        )
      )
    )
    expect(left).toEqual([])
  })

  it('mixes no scripts, but for the names of languages', () => {
    const own = paths.filter((path) => !path.startsWith('session.preferences.languages.'))
    expect(own.filter((path) => /\p{Script=Cyrillic}/u.test(said('he', path, 7)))).toEqual([])
    expect(own.filter((path) => /\p{Script=Hebrew}/u.test(said('uk', path, 7)))).toEqual([])
    expect(own.filter((path) => /[ыэёъ]/i.test(said('uk', path, 7)))).toEqual([])
  })

  function foreign(text: string): string {
    return text.replace(/‹\w+›/g, '')
  }
})

describe('counts in Hebrew', () => {
  it('have words for one and two', () => {
    expect([0, 1, 2, 3, 11, 22, 100].map(he.grid.shown)).toEqual([
      '0 נציגים',
      'נציג אחד',
      'שני נציגים',
      '3 נציגים',
      '11 נציגים',
      '22 נציגים',
      '100 נציגים'
    ])
  })

  it('never put the figures 1 and 2 before a plural', () => {
    const faults = counted.filter((path) =>
      [1, 2].some((count) => /(?<![\d#])[12](?![\d.])/.test(said('he', path, count)))
    )
    expect(faults).toEqual([])
  })
})

/** The nouns that Ukrainian texts count, by the form that a number takes. */
const nouns: Partial<Record<Intl.LDMLPluralRule, readonly string[]>>[] = [
  { one: ['зміна', 'зміну'], few: ['зміни'], many: ['змін'] },
  { one: ['оператор'], few: ['оператори'], many: ['операторів'] },
  { one: ['оператора'], few: ['операторів'], many: ['операторів'] },
  { one: ['рядок'], few: ['рядки'], many: ['рядків'] },
  { one: ['ім’я'], few: ['імені'], many: ['імен'] },
  { one: ['символ'], few: ['символи'], many: ['символів'] }
]

describe('counts in Ukrainian', () => {
  const rules = new Intl.PluralRules('uk')

  it('have forms for 1, 21, for 2 to 4, 22, and for all others', () => {
    expect(counts.map(uk.grid.shown)).toEqual([
      '0 операторів',
      '1 оператор',
      '2 оператори',
      '3 оператори',
      '5 операторів',
      '11 операторів',
      '21 оператор',
      '22 оператори',
      '25 операторів',
      '100 операторів'
    ])
  })

  it('agree with their noun in every text', () => {
    const pairs = counted.flatMap((path) =>
      counts.flatMap((count) => nounsIn(said('uk', path, count)))
    )
    expect(pairs.length).toBeGreaterThan(60)
    expect(pairs.filter(({ count, noun }) => !agrees(count, noun))).toEqual([])
  })

  /** "5 ненадісланих змін": the number, and the noun that stands next to it or after an adjective. */
  function nounsIn(text: string): { count: number; noun: string }[] {
    const known = new Set(nouns.flatMap((forms) => Object.values(forms).flat()))
    return [...text.matchAll(/(\d+) ([\p{L}’]+)(?: ([\p{L}’]+))?/gu)].flatMap(
      ([, count, next = '', after = '']) =>
        [next, after]
          .filter((noun) => known.has(noun))
          .slice(0, 1)
          .map((noun) => ({ count: Number(count), noun }))
    )
  }

  function agrees(count: number, noun: string): boolean {
    return nouns.some((forms) => forms[rules.select(count)]?.includes(noun))
  }
})
