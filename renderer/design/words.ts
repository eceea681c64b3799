import { getContext, setContext } from 'svelte'
import type { Messages } from '../../shared/messages/messages.ts'

const key = Symbol('words')

/** Hands the catalogue to every component below; `words` is read anew at each use, so that a change of language re-renders. */
export function setWords(words: () => Messages): void {
  setContext(key, words)
}

/** The catalogue of the present language, as a function to call where a text is shown: `words().session.password`. */
export function getWords(): () => Messages {
  const words = getContext<(() => Messages) | undefined>(key)
  if (!words) throw new Error('No words above this component')
  return words
}
