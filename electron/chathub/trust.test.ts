import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { testCertificate } from './test-certificate.ts'
import { trusted } from './trust.ts'

describe('trusted certificates', () => {
  it("are the runtime's, and those of the file that an administrator named", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trust-'))
    const file = join(folder, 'extra.pem')
    await writeFile(file, testCertificate.cert)
    const { ca, sources } = trusted(file)
    await rm(folder, { recursive: true })
    expect(ca).toContain(testCertificate.cert)
    expect(ca).toEqual(expect.arrayContaining([...rootCertificates]))
    expect(sources).toContain('extra')
  })

  it('do without a file that is not there', () => {
    expect(trusted(undefined).sources).toContain('runtime')
    expect(trusted(join(tmpdir(), 'no-such-file.pem')).sources).not.toContain('extra')
  })
})
