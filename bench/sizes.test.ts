import { expect, test } from 'vitest'
import { namedBy, partOf } from './sizes.ts'

const page = `<script type="module" src="/assets/index-BnOG3aCe.js"></script>
  <link rel="modulepreload" href="/assets/words-DDeNTLHQ.js"><link rel="stylesheet" href="/assets/index-CSnS6nAX.css">`

test.each([
  ['out/main/main.js', 'main: at start'],
  ['out/main/list-worker.js', 'main: later'],
  ['out/main/chunks/sandbox-CxY8Eanu.js', 'main: later'],
  ['out/main/sources.sha256', null],
  ['out/preload/preload.cjs', 'preload'],
  ['out/renderer/index.html', 'window: at start'],
  ['out/renderer/assets/index-BnOG3aCe.js', 'window: at start'],
  ['out/renderer/assets/words-DDeNTLHQ.js', 'window: at start'],
  ['out/renderer/assets/index-CSnS6nAX.css', 'window: at start'],
  ['out/renderer/assets/index-worker-CYOxY8_J.js', 'window: workers'],
  ['out/renderer/assets/reader-worker-BDiWvvQ7.js', 'window: workers'],
  ['out/renderer/assets/he-CJEJxIQv.js', 'window: another language'],
  ['out/renderer/assets/SidePanel-BzvBfFRm.js', 'window: panels, dialogs, palette, import']
])('%s belongs to %j', (file, part) => {
  expect(partOf(file, namedBy(page))).toBe(part)
})
