import type { AstroUserConfig } from 'astro'

type VitePlugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>

/**
 * Vite: leaves out of the style sheet the custom properties that it does not use. The design tokens are some 200, of
 * which the site uses a dozen; the others would be a tenth of what a first visit loads.
 */
export function usedTokens(): VitePlugin {
  return {
    name: 'used-tokens',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = withUsed(String(file.source))
      }
    },
  }
}

/** `:root{--a:1;--b:2}p{margin:var(--a)}` → `:root{--a:1;}p{margin:var(--a)}`. What only a dropped one used goes too. */
export function withUsed(css: string): string {
  const used = new Set(Array.from(css.matchAll(/var\((--[\w-]+)/g), ([, name]) => name))
  const kept = css.replace(/(?<=[{;])(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (all, name: string) =>
    used.has(name) ? all : '',
  )
  return kept === css ? css : withUsed(kept)
}
