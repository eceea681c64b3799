import { describe, expect, it } from 'vitest'
import { Toasts } from './toasts.svelte.ts'

function withHand() {
  const waiting: { run: () => void; ms: number; over: boolean }[] = []
  const toasts = new Toasts((run, ms) => {
    const wait = { run, ms, over: false }
    waiting.push(wait)
    return () => (wait.over = true)
  })
  const pass = () => waiting.filter(({ over }) => !over).forEach(({ run }) => run())
  return { toasts, waiting, pass, texts: () => toasts.list.map(({ text }) => text) }
}

describe('toasts', () => {
  it('go by themselves', () => {
    const { toasts, pass, texts } = withHand()
    toasts.show('One')
    expect(texts()).toEqual(['One'])
    pass()
    expect(texts()).toEqual([])
  })

  it('stay longer where there is something to do', () => {
    const { toasts, waiting } = withHand()
    toasts.show('Plain')
    toasts.show('Done', { label: 'Undo', run: () => undefined })
    expect(waiting[1]!.ms).toBeGreaterThan(waiting[0]!.ms)
  })

  it('stay while a person looks at them', () => {
    const { toasts, pass, texts } = withHand()
    toasts.show('One')
    toasts.hold(true)
    pass()
    expect(texts()).toEqual(['One'])
    toasts.hold(false)
    pass()
    expect(texts()).toEqual([])
  })

  it('are three at most, the oldest goes first', () => {
    const { toasts, texts } = withHand()
    for (const text of ['1', '2', '3', '4']) toasts.show(text)
    expect(texts()).toEqual(['2', '3', '4'])
  })
})
