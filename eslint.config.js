import { defineConfig, globalIgnores } from 'eslint/config'
import astro from 'eslint-plugin-astro'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'
import { FLOORS } from './floors.js'

/** Every room with the rooms above it, which it must not use. */
const zones = FLOORS.flatMap((rooms, floor) => {
  const above = FLOORS.slice(floor + 1).flat()
  return above.length === 0 ? [] : [{ target: rooms, from: above, message: 'This room stands on a higher floor.' }]
})

export default defineConfig(
  // pure.ts only declares what runtimes have, and tsc reads it; the bench's peers are projects of their own.
  globalIgnores(['dist/', '.astro/', '**/.*.swap-*/', 'pure.ts', 'tests/bench/peers/']),
  tseslint.configs.recommendedTypeChecked,
  astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { project: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.astro'] },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver()] },
    rules: {
      // Taking a key away from an object names it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  // Matchers such as expect.stringContaining are `any`.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  // What an element of a component is has no type there.
  { files: ['**/*.astro'], rules: { '@typescript-eslint/no-unsafe-return': 'off' } },
)
