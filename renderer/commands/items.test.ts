import { describe, expect, it } from 'vitest'
import type { SavedView } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import { he } from '../../shared/messages/he.ts'
import type { OperatorRow } from '../operators/rows.ts'
import { sectionsOf, type Offer } from './items.ts'

const emma: OperatorRow = {
  ...{
    key: 105,
    id: 105,
    organizationId: 24,
    name: 'Emma Davis',
    status: 1,
    edit: null,
    unlisted: false
  },
  operator: { kind: 'known', id: 105 }
}

const offer: Offer = {
  words: en,
  english: en,
  mac: false,
  situation: {
    ...{ account: true, training: false, covered: false },
    ...{ selected: 0, shown: 3, filtered: false, unsent: 0, paused: false },
    look: { theme: 'system', density: 'compact' },
    managed: []
  },
  organizations: [
    { id: 24, name: 'Customer Support' },
    { id: 25, name: '' }
  ],
  views: [{ id: 'v', name: 'Night shift' } as SavedView],
  actions: [{ id: 'outage', title: 'הדמיית נתק', note: 'Training', run: () => undefined }],
  englishActions: [
    { id: 'outage', title: 'Simulate an outage', note: 'Training', run: () => undefined }
  ],
  operators: (text) => (/em/iu.test(text) ? [emma] : []),
  similar: []
}

function titles(text: string, over: Partial<Offer> = {}): string[] {
  return sectionsOf(text, { ...offer, ...over }).flatMap(({ items }) =>
    items.map(({ title }) => title)
  )
}

describe('what the palette offers', () => {
  it('is every command while nothing is typed, those that cannot be chosen last', () => {
    const [section, ...others] = sectionsOf('', offer)
    expect(others).toEqual([])
    const items = section!.items.flatMap((item) => (item.kind === 'command' ? item : []))
    expect(items[0]).toMatchObject({
      title: 'Add operators',
      note: 'File',
      keys: 'Ctrl+N',
      why: null
    })
    expect(items.map(({ command }) => command)).toContain('quit')
    expect(items.map(({ command }) => command)).not.toContain('resume-sending')
    const reasons = items.map(({ why }) => why)
    expect(reasons.indexOf('nobody-selected')).toBeGreaterThan(reasons.lastIndexOf(null))
  })

  it('is what fits, the best kind first', () => {
    expect(titles('refresh')[0]).toBe('Refresh')
    expect(titles('nigth')).toEqual(['Night shift'])
    expect(titles('support')).toEqual(['Customer Support'])
    expect(titles('25')).toEqual(['Organization 25'])
    expect(titles('emma')[0]).toBe('Emma Davis')
    expect(titles('qqq')).toEqual([])
    expect(titles('outage')).toEqual(['הדמיית נתק'])
    expect(titles('training')).toContain('הדמיית נתק')
    expect(titles('views')).toContain('Night shift')
  })

  it('says of an operator who they are', () => {
    const [section] = sectionsOf('emma', offer)
    expect(section!.items[0]).toMatchObject({ kind: 'operator', note: '#105 · Inactive' })
  })

  it('is found in the person’s language, and in English', () => {
    expect(titles('רענון', { words: he })[0]).toBe('רענון')
    expect(titles('refresh', { words: he })[0]).toBe('רענון')
  })

  it('is found by its menu, too', () => {
    expect(titles('operators deactivate')).toContain('Deactivate')
  })

  it('has names that are but similar behind all that fit, each person once', () => {
    const anna = { ...emma, key: 7, id: 7, name: 'Deana Emms' }
    const found = sectionsOf('em', { ...offer, similar: [emma, anna] })
    const operators = found.find(({ kind }) => kind === 'operator')?.items ?? []
    expect(operators.map(({ title }) => title)).toEqual(['Emma Davis', 'Deana Emms'])
    expect(operators[1]).toMatchObject({ note: 'similar · #7 · Inactive' })
    const kinds = sectionsOf('refresh', { ...offer, similar: [anna] }).map(({ kind }) => kind)
    expect(kinds).toEqual(['command', 'operator'])
  })
})
