/**
 * The options of `npm start --`, each passed to the app unchanged.
 * `value`: what follows `=`, where there is one.
 */
const OPTIONS = [
  { name: '--try', value: '', tells: 'open straight in the embedded ChatHub (training)' },
  { name: '--server', value: 'URL', tells: 'sign in to the ChatHub at this address' },
  {
    name: '--user-data-dir',
    value: 'DIR',
    tells: 'keep settings, cache and outbox in this folder'
  },
  { name: '--help', value: '', tells: 'show this, and start nothing' }
]

/**
 * @typedef {{ kind: 'start', appArguments: string[] } | { kind: 'help' } | { kind: 'wrong', message: string }} Asked
 */

/**
 * Reads the command line of `npm start --`.
 * @param {string[]} args
 * @returns {Asked}
 */
export function readOptions(args) {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' }
  const faults = args.map(faultOf).filter((fault) => fault !== undefined)
  if (faults.length > 0) return { kind: 'wrong', message: `${faults.join('\n')}\n\n${helpText()}` }
  return { kind: 'start', appArguments: args }
}

/** @returns {string} what can be given, a line each */
export function helpText() {
  const lines = OPTIONS.map((option) => `  ${written(option).padEnd(22)} ${option.tells}`)
  return ['Usage: npm start -- [options]', '', ...lines].join('\n')
}

/**
 * @param {string} arg
 * @returns {string | undefined}
 */
function faultOf(arg) {
  const [name = '', ...rest] = arg.split('=')
  const option = OPTIONS.find((known) => known.name === name)
  if (option === undefined) return `There is no option ${arg}.`
  const value = rest.join('=')
  if (option.value !== '' && value === '') return `${name} wants a value: ${written(option)}`
  return option.value === '' && rest.length > 0 ? `${name} takes no value.` : undefined
}

/** @param {{ name: string, value: string }} option */
function written({ name, value }) {
  return value === '' ? name : `${name}=${value}`
}
