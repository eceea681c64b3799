import { expect, it } from 'vitest'
import { componentFaults, cssFaults } from './css.mjs'

it.each([
  'margin-left: 4px',
  'padding-top: 0',
  'left: 0',
  'border-right-color: red',
  'border-top-left-radius: 2px',
  'min-width: 3em',
  'height: 1px',
  'text-align: right',
  'scroll-margin-top: 1px'
])('finds %s', (declaration) => {
  expect(cssFaults(`.a { color: red; ${declaration}; }`)).toEqual([{ line: 1, text: declaration }])
})

it.each([
  'margin-inline-start: 4px',
  'inset-block-start: 0',
  'inline-size: 3em',
  'border-start-start-radius: 2px',
  'text-align: start',
  'line-height: 1.4',
  'border-width: 1px',
  '--width: 4px'
])('accepts %s', (declaration) => {
  expect(cssFaults(`.a { ${declaration} }`)).toEqual([])
})

it('leaves comments and the conditions of queries alone', () => {
  const css = '/* .a { left: 0; } */ @media (min-width: 40em) { .a { color: red } }'
  expect(cssFaults(css)).toEqual([])
})

it('finds a fault inside a query and in nested rules, with its line', () => {
  const css = '@media (width > 40em) {\n  .a {\n    .b { color: red }\n    width: 1px;\n  }\n}'
  expect(cssFaults(css)).toEqual([{ line: 4, text: 'width: 1px' }])
})

it('finds faults in all places where a component has style', () => {
  const source = [
    '<div style="left: 0" style:width={size} style:inline-size="1px"></div>',
    '<svg width="16" height="16"></svg>',
    '<style>',
    '  div { margin-left: 1px }',
    '</style>'
  ].join('\n')
  expect(componentFaults(source)).toEqual([
    { line: 4, text: 'margin-left: 1px' },
    { line: 1, text: 'left: 0' },
    { line: 1, text: 'style:width' }
  ])
})
