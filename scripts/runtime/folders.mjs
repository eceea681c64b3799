import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where runtimes are kept between checkouts: outside node_modules, so that a
 * fresh install does not fetch them again.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} an absolute folder
 */
export function cacheFolder(env) {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'switchboard', 'runtime')
}

/**
 * The executable inside an unpacked Electron, as Electron's own releases lay it out.
 * @param {NodeJS.Platform} platform
 * @returns {string} a relative path
 */
export function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}
