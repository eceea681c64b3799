import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileFor } from './app-protocol.ts'

const get = (url: string): unknown => fileFor({ method: 'GET', url }, '/built/page')

describe('the app protocol', () => {
  it('serves files of its folder', () => {
    expect(get('app://switchboard/')).toEqual({ path: '/built/page/index.html' })
    expect(get('app://switchboard/assets/a%20b.js?v=1')).toEqual({
      path: '/built/page/assets/a b.js'
    })
  })

  it('serves nothing outside it, however the way out is written', () => {
    for (const path of [
      '../secret.js',
      '%2e%2e/secret.js',
      '..%2fsecret.js',
      'a/%2e%2e/%2e%2e/%2e%2e/secret.js',
      '..%5csecret.js',
      '%00.js',
      '%ff.js',
      '%2fetc%2fpasswd'
    ]) {
      const answer = get(`app://switchboard/${path}`)
      const inside = { path: expect.stringMatching(/^\/built\/page\//u) as string }
      expect([{ status: 404 }, inside]).toContainEqual(answer)
    }
    expect(get('app://switchboard/..%2fsecret.js')).toEqual({ status: 404 })
    expect(get('app://switchboard/..%2fpage-beside/a.js')).toEqual({ status: 404 })
  })

  it('serves no kind of file that a page does not consist of', () => {
    for (const name of ['a.map', 'a.node', 'config', 'a.txt']) {
      expect(get(`app://switchboard/${name}`)).toEqual({ status: 404 })
    }
  })

  it('answers to its own host and to GET alone', () => {
    expect(get('app://elsewhere/index.html')).toEqual({ status: 404 })
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      expect(fileFor({ method, url: 'app://switchboard/' }, '/built/page')).toEqual({ status: 405 })
    }
  })
})

describe('the content security policy', () => {
  it('allows nothing that is not named, and no inline code', () => {
    expect(contentSecurityPolicy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/u
    )
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|blob:/u)
  })

  it('names every directive once', () => {
    const names = contentSecurityPolicy.split('; ').map((directive) => directive.split(' ')[0])
    expect(new Set(names).size).toBe(names.length)
  })
})
