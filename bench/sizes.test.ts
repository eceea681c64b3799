import { expect, test } from 'vitest'
import { partOf } from './sizes.ts'

test.each([
  ['out/main/main.js', 'main: at start'],
  ['out/main/list-worker.js', 'main: later'],
  ['out/main/chunks/operator-list-CLqKR2bt.js', 'main: later'],
  ['out/main/sources.sha256', null],
  ['out/preload/preload.cjs', 'preload'],
  ['out/renderer/index.html', 'window: at start'],
  ['out/renderer/assets/index-BnOG3aCe.js', 'window: at start'],
  ['out/renderer/assets/index-CSnS6nAX.css', 'window: at start'],
  ['out/renderer/assets/index-worker-CYOxY8_J.js', 'window: index-worker.js'],
  ['out/renderer/assets/reader-worker-BDiWvvQ7.js', 'window: reader-worker.js'],
  ['out/renderer/assets/he-CEJxIQgv.js', 'window: he.js']
])('%s belongs to %j', (file, part) => {
  expect(partOf(file)).toBe(part)
})
