import type { Page } from 'playwright-core'

/**
 * Drops files and folders of the disk as a person does: through the browser's own drag and drop, which alone
 * hands a folder over as one.
 */
export async function dropPaths(window: Page, paths: readonly string[]): Promise<void> {
  const devtools = await window.context().newCDPSession(window)
  const { width, height } = await window.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight
  }))
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const place = { x: Math.floor(width / 2), y: Math.floor(height / 2), data }
  await devtools.send('Input.dispatchDragEvent', { type: 'dragEnter', ...place })
  await devtools.send('Input.dispatchDragEvent', { type: 'dragOver', ...place })
  await devtools.send('Input.dispatchDragEvent', { type: 'drop', ...place })
  await devtools.detach()
}
