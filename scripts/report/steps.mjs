import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { resultOf, stepResult } from './results.mjs'

/**
 * The steps of `npm run check`: every script of package.json that begins with `check:`,
 * in their order there.
 * @param {string} root
 * @returns {string[]}
 */
export function checkNames(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(scripts).filter((name) => name.startsWith('check:'))
}

/**
 * Runs one script of package.json; it counts as one test.
 * @param {string} root
 * @param {string} name
 */
export function runCheck(root, name) {
  heading(name)
  const { status } = spawnSync('npm', ['run', '--silent', name], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  })
  return stepResult(name, status === 0)
}

/**
 * Runs a Node program that leaves vitest's JSON report in a file.
 * @param {{ root: string, name: string, report: string, args: string[] }} tests
 *   `args`: the program and its arguments
 */
export function runTests({ root, name, report, args }) {
  heading(name)
  rmSync(report, { force: true })
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  return resultOf(name, readReport(report), status === 0)
}

/** @param {string} name */
export function heading(name) {
  console.log(`\n── ${name}`)
}

/**
 * @param {string} path
 * @returns {import('./results.mjs').VitestReport | undefined}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // never written, or torn: the run broke off
  }
}
