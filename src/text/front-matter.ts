/** A Markdown file cut in two at its front matter; lines count from 1. */
export interface FrontMatter {
  yaml: string
  yamlLine: number
  body: string
  bodyLine: number
}

/** Why a file has no front matter: it does not begin with `---`, or no later line is just `---`. */
export type FrontMatterError = 'missing' | 'unclosed'

/** `'---\nnumber: 1-1-1\n---\n\n- …'` → the YAML from line 2 and the body from line 4. */
export function splitFrontMatter(text: string): FrontMatter | FrontMatterError {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') return 'missing'
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---')
  if (close < 0) return 'unclosed'
  return {
    yaml: lines.slice(1, close).join('\n'),
    yamlLine: 2,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2,
  }
}
