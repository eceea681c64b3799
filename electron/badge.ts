import { app, nativeImage, type BrowserWindow } from 'electron'

const size = 16

/**
 * Shows how many edits wait: a number on the dock or launcher, on Windows a dot over the taskbar button,
 * where numbers would be too small to read. `description` is for screen readers.
 */
export function showBadge(window: BrowserWindow | null, count: number, description: string): void {
  if (process.platform !== 'win32') app.setBadgeCount(count)
  else
    window?.setOverlayIcon(
      count === 0 ? null : nativeImage.createFromBitmap(dot(), { width: size, height: size }),
      description
    )
}

/** A filled circle, four bytes a pixel: blue, green, red, opacity. */
function dot(): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const distance = Math.hypot((pixel % size) - middle, Math.floor(pixel / size) - middle)
    if (distance <= middle) pixels.set([0x2d, 0x6c, 0xe5, 0xff], pixel * 4)
  }
  return pixels
}
