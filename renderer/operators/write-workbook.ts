import type { WorkbookRequest } from './workbook.ts'
import workerAddress from './workbook-worker.ts?worker&url'

/** Writes a workbook in a worker that lives as long as that takes. */
export function writeWorkbook(request: WorkbookRequest): Promise<Uint8Array> {
  const address = policy?.createScriptURL(workerAddress) ?? workerAddress
  const worker = new Worker(address, { type: 'module' })
  const written = new Promise<Uint8Array>((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => done(data)
    worker.onerror = (event) => fail(new Error(event.message))
  })
  worker.postMessage(request)
  return written.finally(() => worker.terminate())
}

/** The part of the Trusted Types API that is used here; the compiler's library lacks it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string }
  ): { readonly createScriptURL: (url: string) => string }
}

/** The page lets only addresses through that a policy has made, and each policy can be made once. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'switchboard-workbook',
  { createScriptURL: (url) => (url === workerAddress ? url : '') }
)
