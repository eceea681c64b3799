import { describe, expect, it } from 'vitest'
import { parseLaunchOptions } from './launch-options.ts'

describe('the command line', () => {
  it('asks for nothing where it is silent', () => {
    expect(parseLaunchOptions(['electron', '.', '--no-sandbox'])).toEqual({
      userDataDir: null,
      server: null,
      trySandbox: false
    })
  })

  it('names folder, server and the sandbox', () => {
    const argv = ['app', '--user-data-dir=/tmp/a b', '--server=chat.example:8443', '--try']
    expect(parseLaunchOptions(argv)).toEqual({
      userDataDir: '/tmp/a b',
      server: 'chat.example:8443',
      trySandbox: true
    })
  })

  it('takes the last of repeated options, and an empty one as none', () => {
    expect(parseLaunchOptions(['--server=a', '--server=b']).server).toBe('b')
    expect(parseLaunchOptions(['--server=']).server).toBeNull()
    expect(parseLaunchOptions(['--server-name=x', '--trying']).trySandbox).toBe(false)
  })
})
