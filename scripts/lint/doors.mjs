// An ESLint rule that keeps the table in eslint.config.js: which package has one door,
// and which folder must not see which.
import { dirname, relative, resolve, sep } from 'node:path'

/**
 * @typedef {{ package: string, only: string[] }} Door a package, and the places that may import it
 * @typedef {{ from: string, never: string[] }} Wall a place, and the places it must not import
 * A place is a path from the root; one that ends in `/` or `*` means all that begins so.
 * @typedef {{ file: string, source: string }} Import both as paths from the root, where
 * `source` is the package's name unless it was relative
 */

/**
 * @param {string} place
 * @param {string} path
 */
export function isWithin(place, path) {
  const start = place.endsWith('*') ? place.slice(0, -1) : place
  return place.endsWith('/') || place.endsWith('*') ? path.startsWith(start) : path === place
}

/**
 * @param {Import} asked
 * @param {{ doors: Door[], walls: Wall[] }} table
 * @returns {string | undefined} what is wrong with an import
 */
export function importFault({ file, source }, { doors, walls }) {
  const door = doors.find(
    (each) => source === each.package || source.startsWith(`${each.package}/`)
  )
  if (door !== undefined && !door.only.some((place) => isWithin(place, file))) {
    return `${door.package} is imported in ${door.only.join(', ')} only.`
  }
  const wall = walls.find(
    ({ from, never }) => isWithin(from, file) && never.some((place) => isWithin(place, source))
  )
  return wall && `${wall.from} does not import ${source}.`
}

/**
 * @param {string} file a path from the root
 * @param {string} specifier as written
 * @returns {string} a path from the root, or the package's name
 */
export function sourceOf(file, specifier) {
  if (!specifier.startsWith('.')) return specifier
  return relative('/', resolve('/', dirname(file), specifier))
    .split(sep)
    .join('/')
}

/** @type {import('eslint').Rule.RuleModule} */
export const doorsRule = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    /**
     * @param {import('eslint').Rule.Node} node
     * @param {{ type: string, value?: unknown } | null | undefined} source
     */
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return
      const fault = importFault({ file, source: sourceOf(file, source.value) }, context.options[0])
      if (fault !== undefined) context.report({ node, message: fault })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source)
    }
  }
}
