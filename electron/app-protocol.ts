import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { Protocol } from 'electron'
import { appOrigin, appScheme, isWithin } from './app-origin.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
}

/**
 * What a page of the app may load and do; sent as a header with every answer. Workers need an address that
 * the policies `switchboard-worker`, `switchboard-reader` and `switchboard-workbook` made, Svelte's templates the one of its own.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html switchboard-worker switchboard-reader switchboard-workbook'
].join('; ')

/** The scheme's privileges; `registerSchemesAsPrivileged` takes them before the app is ready. */
export const appSchemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
} as const

/**
 * The file that a request asks for, or why it gets none. `folder` is absolute; only files within it are
 * served, by GET, for the app's own host.
 */
export function fileFor(
  request: { readonly method: string; readonly url: string },
  folder: string
): { readonly path: string } | { readonly status: 404 | 405 } {
  if (request.method !== 'GET') return { status: 405 }
  if (!isWithin(request.url, appOrigin)) return { status: 404 }
  const name = decoded(new URL(request.url).pathname)
  if (name === null || name.includes('\0') || name.includes('\\')) return { status: 404 }
  const path = resolve(join(folder, name === '/' ? 'index.html' : name))
  if (!path.startsWith(folder + sep) || types[extname(path)] === undefined) return { status: 404 }
  return { path }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/** Serves the built page from a folder: static files only, never data of the service. */
export function serveApp(protocol: Protocol, folder: string): void {
  const rootFolder = resolve(folder)
  protocol.handle(appScheme, async (request) => {
    const file = fileFor(request, rootFolder)
    if (!('path' in file)) return answer(null, file.status, 'text/plain')
    try {
      const bytes = await readFile(file.path)
      return answer(bytes, 200, types[extname(file.path)] ?? 'application/octet-stream')
    } catch {
      return answer(null, 404, 'text/plain')
    }
  })
}

function answer(body: Uint8Array | null, status: number, type: string): Response {
  return new Response(body as Uint8Array<ArrayBuffer> | null, {
    status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer'
    }
  })
}
