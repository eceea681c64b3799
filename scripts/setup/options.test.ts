import { expect, it } from 'vitest'
import { readOptions } from './options.mjs'

it('passes what the app understands on, unchanged', () => {
  const args = ['--try', '--server=https://chat.example/a=b', '--user-data-dir=./here']
  expect(readOptions(args)).toEqual({ kind: 'start', appArguments: args })
})

it('starts with nothing asked', () => {
  expect(readOptions([])).toEqual({ kind: 'start', appArguments: [] })
})

it('names each option that does not exist, and lists those that do', () => {
  const asked = readOptions(['--tri', '--try', 'folder'])
  expect(asked).toMatchObject({ kind: 'wrong' })
  const message = asked.kind === 'wrong' ? asked.message : ''
  expect(message).toContain('There is no option --tri.')
  expect(message).toContain('There is no option folder.')
  expect(message).toContain('--user-data-dir=DIR')
  expect(message).not.toContain('There is no option --try')
})

it.each(['--server', '--server=', '--user-data-dir'])('asks %s for its value', (arg) => {
  expect(readOptions([arg])).toMatchObject({ kind: 'wrong' })
})

it('takes no value for --try', () => {
  expect(readOptions(['--try=no'])).toMatchObject({ kind: 'wrong' })
})

it('helps whatever else was asked', () => {
  expect(readOptions(['--tri', '--help'])).toEqual({ kind: 'help' })
})
