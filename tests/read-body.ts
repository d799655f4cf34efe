import { type Body, bodyOf } from '../src/report/body.ts'
import { parseMarkdown } from '../src/text/markdown.ts'

/** What a body says: `'- 一'` → one result. */
export function readBody(markdown: string, firstLine = 1): Body {
  return bodyOf(parseMarkdown(markdown), firstLine)
}
