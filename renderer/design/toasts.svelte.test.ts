import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { he } from '../../shared/messages/he.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import { Toasts, type Say } from './toasts.svelte.ts'

const say =
  (text: string): Say =>
  () =>
    text

function withHand() {
  const waiting: { run: () => void; ms: number; over: boolean }[] = []
  const toasts = new Toasts((run, ms) => {
    const wait = { run, ms, over: false }
    waiting.push(wait)
    return () => (wait.over = true)
  })
  const pass = () => waiting.filter(({ over }) => !over).forEach(({ run }) => run())
  return {
    toasts,
    waiting,
    pass,
    texts: (words: Messages = en) => toasts.list.map(({ text }) => text(words))
  }
}

describe('toasts', () => {
  it('go by themselves', () => {
    const { toasts, pass, texts } = withHand()
    toasts.show(say('One'))
    expect(texts()).toEqual(['One'])
    pass()
    expect(texts()).toEqual([])
  })

  it('stay longer where there is something to do', () => {
    const { toasts, waiting } = withHand()
    toasts.show(say('Plain'))
    toasts.show(say('Done'), { label: say('Undo'), run: () => undefined })
    expect(waiting[1]!.ms).toBeGreaterThan(waiting[0]!.ms)
  })

  it('stay while a person looks at them', () => {
    const { toasts, pass, texts } = withHand()
    toasts.show(say('One'))
    toasts.hold(true)
    pass()
    expect(texts()).toEqual(['One'])
    toasts.hold(false)
    pass()
    expect(texts()).toEqual([])
  })

  it('speak the language of the moment, also where it changes while they show', () => {
    const { toasts, texts } = withHand()
    toasts.show(({ views }) => views.add.queued(2))
    expect(texts(he)).toEqual([he.views.add.queued(2)])
    expect(texts(en)).toEqual([en.views.add.queued(2)])
  })

  it('are three at most, the oldest goes first', () => {
    const { toasts, texts } = withHand()
    for (const text of ['1', '2', '3', '4']) toasts.show(say(text))
    expect(texts()).toEqual(['2', '3', '4'])
  })
})
