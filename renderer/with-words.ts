import { render } from '@testing-library/svelte'
import type { Component, ComponentProps } from 'svelte'
import { en } from '../shared/messages/en.ts'
import WithWords from './WithWords.svelte'

/** Renders a component as the app does, with the English catalogue above it; for tests. */
export function renderWithWords<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: ComponentProps<Component<Props>>
) {
  return render(WithWords, {
    props: { words: en, component: component as Component<never>, props }
  })
}
