import { render } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { en } from '../shared/messages/en.ts'
import WithWords from './WithWords.svelte'

/** Renders a component as the app does, with the English catalogue above it; for tests. */
export function renderWithWords<Props extends object>(
  component: Component<Props>,
  props: Props
): void {
  const shown = component as unknown as Component<Record<string, unknown>>
  render(WithWords, {
    props: { words: en, component: shown, props: { ...props } as Record<string, unknown> }
  })
}
