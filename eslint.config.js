// @ts-check
import { defineConfig } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { doorsRule } from './scripts/lint/doors.mjs'

/** Each of these packages has one door; whatever else wants it asks there. */
const doors = [
  { package: 'keytar', only: ['electron/token-vault.ts'] },
  { package: 'electron-store', only: ['electron/settings.ts'] },
  { package: 'electron-log', only: ['electron/log.ts'] },
  { package: 'dexie', only: ['renderer/cache/', 'bench/peers/'] },
  {
    package: 'valibot',
    // The doors through which foreign data comes in: calls of the renderer, what is stored,
    // what the service says.
    only: [
      'electron/inputs*',
      'electron/ipc.ts',
      'electron/settings*',
      'electron/policy.ts',
      'electron/preferences.ts',
      'electron/chathub/wire.ts',
      'electron/chathub/words.ts',
      'electron/chathub/operator-list.ts',
      'electron/courier/journal-record.ts',
      'renderer/cache/operator-records.ts'
    ]
  },
  { package: 'node:http', only: ['electron/chathub/', 'electron/sandbox/', 'e2e/', 'bench/'] },
  { package: 'node:https', only: ['electron/chathub/', 'electron/sandbox/', 'e2e/', 'bench/'] }
]

const root = ['renderer/App.svelte', 'renderer/main.ts']
const features = ['operators', 'overview', 'activity', 'session', 'settings'].map(
  (name) => `renderer/${name}/`
)

/** Imports point one way: shared <- outbox <- onboarding, cache <- operators <- App. */
const walls = [
  { from: 'shared/', never: ['electron', 'electron/', 'renderer/'] },
  { from: 'electron/', never: ['renderer/'] },
  { from: 'renderer/', never: ['electron', 'electron/', 'node:*'] },
  {
    from: 'renderer/outbox/',
    never: ['renderer/onboarding/', 'renderer/cache/', ...features, ...root]
  },
  { from: 'renderer/onboarding/', never: ['renderer/cache/', ...features, ...root] },
  { from: 'renderer/cache/', never: ['renderer/onboarding/', ...features, ...root] },
  {
    from: 'renderer/design/',
    never: ['renderer/outbox/', 'renderer/onboarding/', 'renderer/cache/', ...features, ...root]
  },
  ...features.map((from) => ({ from, never: root }))
]

const skipped = { skipBlankLines: true, skipComments: true }

/**
 * Short and flat: what does not fit on a screen is not read.
 * @type {Record<string, import('eslint').Linter.RuleEntry>}
 */
const sizes = {
  'max-lines': ['error', { max: 250, ...skipped }],
  'max-lines-per-function': ['error', { max: 40, ...skipped }],
  'max-depth': ['error', 2],
  'max-params': ['error', 3]
}

/** What a component may not reach for: these live in plain modules, where they are tested. */
const notInComponents = ['window', 'setTimeout', 'setInterval', 'indexedDB', 'localStorage'].map(
  (name) => ({ name, message: 'Props in, callbacks out: effects live outside components.' })
)

/** @type {Record<string, import('eslint').Linter.RuleEntry>} */
const notTyped = Object.fromEntries(
  ['assignment', 'member-access', 'argument', 'call', 'return'].map((use) => [
    `@typescript-eslint/no-unsafe-${use}`,
    'off'
  ])
)

export default defineConfig(
  { ignores: ['out/', 'dist/', 'coverage/', 'test-results/'] },
  tseslint.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte']
      }
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { switchboard: { rules: { doors: doorsRule } } },
    rules: {
      ...sizes,
      'switchboard/doors': ['error', { doors, walls }],
      '@typescript-eslint/no-explicit-any': 'error',
      // A `default` that closes with `never()` is checked by the compiler.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Numbers read well in words; nothing else belongs there unformatted.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void` callbacks are written as one expression throughout.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Ports are plain objects of functions; nothing of ours reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      // By code points is how names are compared here, on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // The compiler asks for brackets where a key comes from an index signature.
      '@typescript-eslint/dot-notation': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-globals': ['error', ...notInComponents],
      // The linter sees no types through component borders; svelte-check does.
      ...notTyped,
      // A `bind:this` is empty until its element is there, whatever its type says.
      '@typescript-eslint/no-unnecessary-condition': 'off'
    }
  },
  {
    files: ['scripts/**/*.mjs'],
    // Plain JavaScript: what is parsed there was written there, by the same programs.
    rules: notTyped
  },
  {
    // Their packages are not installed with the app's: `npm run bench:peers` checks their types.
    files: ['bench/peers/**'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } }
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // A fake keeps the promise of its port, whether or not it has to wait.
      '@typescript-eslint/require-await': 'off',
      // In a test, a wrong guess is a failing test.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off'
    }
  },
  {
    // Tests, catalogues and tables of data are read line by line, whatever their length.
    files: ['**/*.test.ts', 'e2e/**/*.e2e.ts', 'shared/messages/**', 'eslint.config.js'],
    rules: Object.fromEntries(Object.keys(sizes).map((name) => [name, 'off']))
  }
)
