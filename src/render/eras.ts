import type { Element, Root, Text } from 'hast'
import { visit } from 'unist-util-visit'
import { eraDateTime, eraReading, findEras, isPossible } from '../text/era.ts'

/**
 * rehype: makes each year and month of the text a `<time>` that tells its full form on hover, focus and touch.
 * The text itself stays verbatim: the full form is an attribute, shown by the style sheet.
 */
export function rehypeEras() {
  return (tree: Root) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || (parent.type === 'element' && parent.tagName === 'time')) return
      const parts = splitAtEras(node.value)
      if (parts.length < 2 && parts[0]?.type !== 'element') return
      parent.children.splice(index, 1, ...parts)
      return index + parts.length
    })
  }
}

/** `'R7.4 地域県民局'` → `[<time>, ' 地域県民局']`; a text without eras comes back as one text. */
function splitAtEras(text: string): (Text | Element)[] {
  const parts: (Text | Element)[] = []
  let done = 0
  for (const token of findEras(text).filter(isPossible)) {
    if (token.start > done) parts.push({ type: 'text', value: text.slice(done, token.start) })
    parts.push({
      type: 'element',
      tagName: 'time',
      properties: { dateTime: eraDateTime(token), title: eraReading(token), tabIndex: 0 },
      children: [{ type: 'text', value: token.text }],
    })
    done = token.end
  }
  if (done < text.length) parts.push({ type: 'text', value: text.slice(done) })
  return parts
}
