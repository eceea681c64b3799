import { describe, expect, it } from 'vitest'
import { isCurrent, nodeFault } from './packages.mjs'

describe('whether the packages are current', () => {
  const root = { version: '0.1.0' }
  const svelte = { version: '5.0.0', integrity: 'sha512-a' }
  const onlyOnMac = { version: '1.0.0', integrity: 'sha512-m', optional: true }
  const wanted = {
    packages: { '': root, 'node_modules/svelte': svelte, 'node_modules/mac': onlyOnMac }
  }

  it('is content when each is there as locked, but those of other platforms', () => {
    expect(isCurrent(wanted, { packages: { 'node_modules/svelte': svelte } })).toBe(true)
  })

  it('is not where nothing was installed', () => {
    expect(isCurrent(wanted, undefined)).toBe(false)
  })

  it('is not where a package is missing', () => {
    expect(isCurrent(wanted, { packages: {} })).toBe(false)
  })

  it('is not where a version or its content differs', () => {
    const older = { 'node_modules/svelte': { ...svelte, version: '4.9.9' } }
    const other = { 'node_modules/svelte': { ...svelte, integrity: 'sha512-b' } }
    expect(isCurrent(wanted, { packages: older })).toBe(false)
    expect(isCurrent(wanted, { packages: other })).toBe(false)
  })
})

describe('the least Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(nodeFault(version)).toBeUndefined()
  })

  it.each(['18.20.0', '20.18.3', '20.9.0'])('refuses %s, and says what it takes', (version) => {
    expect(nodeFault(version)).toContain('20.19')
  })
})
