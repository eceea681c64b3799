import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAdministrators, noPolicy, parsePolicy, policyFileOf, readPolicy } from './policy.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-policy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a policy', () => {
  it('fixes settings and the server; what is wrong in it is left out alone', () => {
    const text =
      '{"server":"chat.example/","requestsPerSecond":2,"zoom":99,"openAccount":"a","other":1}'
    expect(parsePolicy(text)).toEqual({
      server: 'https://chat.example',
      settings: { requestsPerSecond: 2 }
    })
  })

  it('fixes nothing where it cannot be read', () => {
    for (const text of ['', 'nonsense', '[1]', 'null', '{"server":"http://chat.example"}']) {
      expect(parsePolicy(text)).toEqual(noPolicy)
    }
  })

  it('is obeyed only from a file that nobody but root can write', () => {
    expect(isAdministrators({ uid: 0, mode: 0o100644 })).toBe(true)
    expect(isAdministrators({ uid: 1000, mode: 0o100644 })).toBe(false)
    expect(isAdministrators({ uid: 0, mode: 0o100664 })).toBe(false)
    expect(isAdministrators({ uid: 0, mode: 0o100646 })).toBe(false)
  })

  it('lies where only administrators write, on systems that have such a place', () => {
    expect(policyFileOf('linux')).toBe('/etc/switchboard/policy.json')
    expect(policyFileOf('win32')).toBeNull()
  })

  it('is none where there is no file, without a warning', () => {
    const warnings: string[] = []
    expect(readPolicy(join(folder, 'policy.json'), (what) => warnings.push(what))).toEqual(noPolicy)
    expect(warnings).toEqual([])
  })

  it('is not obeyed, and that is said, where others can write the file', () => {
    const path = join(folder, 'policy.json')
    writeFileSync(path, '{"zoom":2}')
    chmodSync(path, 0o666)
    const warnings: string[] = []
    expect(readPolicy(path, (what) => warnings.push(what))).toEqual(noPolicy)
    expect(warnings).toHaveLength(1)
  })
})
