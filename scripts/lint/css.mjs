// Finds CSS that names a physical side or size: such a layout does not turn round for a
// language that is written from right to left.

const SIDES = 'left|right|top|bottom'
const PHYSICAL_PROPERTY = new RegExp(
  [
    `^(${SIDES})$`,
    `^(scroll-)?(margin|padding)-(${SIDES})$`,
    `^border-(${SIDES})(-(width|style|color))?$`,
    '^border-(top|bottom)-(left|right)-radius$',
    '^(min-|max-)?(width|height)$',
    '^contain-intrinsic-(width|height)$'
  ].join('|')
)
const PHYSICAL_VALUE = /^(text-align|float|clear|caption-side)\s*:\s*(left|right)\b/
const COMMENT = /\/\*[\s\S]*?\*\//g
/** Conditions of media and container queries: the window itself has no writing direction. */
const CONDITION = /@(media|container)[^{]*/g
const DECLARATION = /(?<=^|[;{}])\s*(--)?([a-z-]+)\s*:[^;{}]*/g
const STYLE_ELEMENT = /<style[^>]*>([\s\S]*?)<\/style>/g
const STYLE_ATTRIBUTE = /\sstyle="([^"]*)"/g
const STYLE_DIRECTIVE = /\sstyle:([a-z-]+)/g

/**
 * @typedef {{ line: number, text: string }} CssFault `line`: from 1
 */

/**
 * @param {string} css a style sheet
 * @returns {CssFault[]}
 */
export function cssFaults(css) {
  const bare = css.replace(COMMENT, blank).replace(CONDITION, blank)
  return [...bare.matchAll(DECLARATION)]
    .filter(([text, custom, property = '']) => custom === undefined && isPhysical(property, text))
    .map((match) => faultAt(css, match.index + match[0].search(/\S/), match[0]))
}

/**
 * @param {string} source a Svelte component
 * @returns {CssFault[]}
 */
export function componentFaults(source) {
  const sheets = [...source.matchAll(STYLE_ELEMENT), ...source.matchAll(STYLE_ATTRIBUTE)]
  const inSheets = sheets.flatMap((match) => {
    const [whole, css = ''] = match
    const before = source.slice(0, match.index + whole.indexOf(css)).split('\n').length - 1
    return cssFaults(css).map((fault) => ({ ...fault, line: fault.line + before }))
  })
  const inDirectives = [...source.matchAll(STYLE_DIRECTIVE)]
    .filter(([, property = '']) => PHYSICAL_PROPERTY.test(property))
    .map((match) => faultAt(source, match.index + 1, match[0]))
  return [...inSheets, ...inDirectives]
}

/**
 * @param {string} property
 * @param {string} declaration
 */
function isPhysical(property, declaration) {
  return PHYSICAL_PROPERTY.test(property) || PHYSICAL_VALUE.test(declaration.trim())
}

/**
 * @param {string} source
 * @param {number} index
 * @param {string} text
 */
function faultAt(source, index, text) {
  return { line: source.slice(0, index).split('\n').length, text: text.trim() }
}

/**
 * Blanks a passage, and keeps its lines.
 * @param {string} passage
 */
function blank(passage) {
  return passage.replace(/[^\n]/g, ' ')
}
