import { expect, it } from 'vitest'
import { isDateFormat } from './date-format.ts'

it.each([14, 17, 22, 30, 45, 47, 55, 71, 81])('format %i shows a day', (id) => {
  expect(isDateFormat(id, undefined)).toBe(true)
})

it.each([0, 1, 9, 10, 13, 23, 44, 48, 49, 60, 164])('format %i shows a number', (id) => {
  expect(isDateFormat(id, undefined)).toBe(false)
})

it.each([
  'dd/mm/yyyy',
  'm/d/yy;@',
  '[$-409]d\\-mmm\\-yy;@',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  'd mmmm yyyy "р."',
  'd" de "mmmm',
  'yyyy"年"m"月"d"日"',
  'h:mm AM/PM',
  '[h]:mm:ss',
  'mm:ss.000',
  '[Red]dd.mm.yyyy'
])('%s shows a day or a time', (code) => {
  expect(isDateFormat(164, code)).toBe(true)
})

it.each([
  'General',
  '0.00',
  '#,##0',
  '0%',
  '"d"0',
  '[Red]0.00',
  '_-* #,##0',
  '[<=99]00;000',
  '@',
  '00000',
  '0.00E+00',
  '"day"',
  ''
])('%s shows a number or a text', (code) => {
  expect(isDateFormat(164, code)).toBe(false)
})
