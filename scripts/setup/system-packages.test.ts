import { expect, it } from 'vitest'
import {
  chosenNames,
  installableIn,
  installedIn,
  missingNeeds,
  systemNeeds
} from './system-packages.mjs'

it('takes a package for installed only where dpkg says so', () => {
  const output = 'libnss3 installed\nxvfb config-files\nlibgbm1 not-installed\ndbus installed\n'
  expect(installedIn(output)).toEqual(new Set(['libnss3', 'dbus']))
})

it('is content with any name of a package', () => {
  const needs = [['libasound2', 'libasound2t64'], ['libnss3']]
  expect(missingNeeds(needs, new Set(['libasound2t64', 'libnss3']))).toEqual([])
  expect(missingNeeds(needs, new Set(['libasound2']))).toEqual([['libnss3']])
})

it('wants a screen, a bus and a keychain only for a desktop in memory', () => {
  expect(systemNeeds({ desktop: true })).toContainEqual(['xvfb'])
  expect(systemNeeds({ desktop: false })).not.toContainEqual(['xvfb'])
})

it('finds what can be installed: a purely virtual name has no candidate', () => {
  const output = [
    'libasound2:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libasound2t64:',
    '  Installed: (none)',
    '  Candidate: 1.2.11-1build2',
    '  Version table:',
    ''
  ].join('\n')
  expect(installableIn(output)).toEqual(new Set(['libasound2t64']))
})

it('chooses the name this release knows, or the usual one where none is known', () => {
  const needs = [['libgtk-3-0', 'libgtk-3-0t64'], ['xvfb']]
  expect(chosenNames(needs, new Set(['libgtk-3-0t64']))).toEqual(['libgtk-3-0t64', 'xvfb'])
})
