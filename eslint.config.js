import { defineConfig, globalIgnores } from 'eslint/config'
import astro from 'eslint-plugin-astro'
import tseslint from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.*.new/', '.*.cache/']),
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
)
