// @vitest-environment node
import { expect, it } from 'vitest'
import { lists } from './fixture-names.ts'
import { lostLetters } from './lost-letters.ts'

it('tells letters that were lost when the file was saved, and shows a place', () => {
  expect(lostLetters('Name,Org\r\n???? ?????,24\r\n??? ????,24')).toEqual({
    sign: '?',
    example: '????'
  })
  expect(lostLetters('____ ___\r\n_____ ____')).toEqual({ sign: '_', example: '____' })
  expect(lostLetters('\ufffd\ufffd\ufffd \ufffd\ufffd\nDana')?.sign).toBe('\ufffd')
})

it('finds nothing lost in names, a question or a code among them', () => {
  for (const { names } of Object.values(lists)) expect(lostLetters(names.join('\n'))).toBe(null)
  expect(lostLetters('Dana Levi\nJohn Smith ??\nteam_a\nRuth')).toBe(null)
  expect(lostLetters('')).toBe(null)
})
