import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'

const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem'
]

/** The certificates that connections trust, and where they come from, for the diagnosis. */
export interface Trust {
  readonly ca: string[]
  readonly sources: readonly ('runtime' | 'system' | 'extra')[]
}

/**
 * The runtime's own certificates, with the system's where the runtime or a well-known file gives them,
 * and those of the file that an administrator named in NODE_EXTRA_CA_CERTS.
 */
export function trusted(extraFile: string | undefined): Trust {
  const system = systemCertificates()
  const extra = extraFile === undefined ? '' : textOf(extraFile)
  return {
    ca: [...tls.rootCertificates, ...system, ...(extra === '' ? [] : [extra])],
    sources: [
      'runtime',
      ...(system.length > 0 ? (['system'] as const) : []),
      ...(extra === '' ? [] : (['extra'] as const))
    ]
  }
}

function systemCertificates(): string[] {
  // Newer runtimes ask the system themselves; older ones know only their own.
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] }
  if (getCACertificates !== undefined) return getCACertificates('system')
  const bundle = linuxBundles.map(textOf).find((text) => text !== '')
  return bundle === undefined ? [] : [bundle]
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
