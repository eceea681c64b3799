/** Runs once the next frame has been painted; of a hidden page nothing is painted, there it runs at once. */
export function afterPaint(run: () => void): void {
  if (document.visibilityState === 'hidden') {
    run()
    return
  }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      run()
    }
    port2.postMessage(null)
  })
}
