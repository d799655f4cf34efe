import type { Nodes } from 'mdast'
import { type Finding, placeAt } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import type { BodySource } from './body-source.ts'
import { STARTS_LOOSE } from './bullets.ts'
import { fixOf } from './dialect.ts'

/** `¥`, which a Japanese keyboard types for `\`, at a line's end, or a blank behind `\`. */
const NEARLY = /(?:[¥￥＼]|\\(?=[ \u3000]))[ \u3000]*$/

/** Lines of one result or paragraph that do not end with `\`, or with one that breaks nothing. */
export function checkLineEnds(source: BodySource): Finding[] {
  const { tree, markdown } = source
  const found: Finding[] = []
  const walk = (node: Nodes, inList: boolean) => {
    if (node.type === 'paragraph') found.push(...ofBlock(node, inList, source))
    else if ('children' in node) for (const child of node.children) walk(child, inList || node.type === 'listItem')
  }
  if (markdown.trim() !== '') walk(tree, false)
  return found
}

function ofBlock({ position }: Nodes, inList: boolean, source: BodySource): Finding[] {
  const { file, markdown, firstLine } = source
  const start = position?.start.offset ?? 0
  const lines = markdown.slice(start, position?.end.offset).split('\n')
  let at = start
  return lines.flatMap((line, i) => {
    const lineStart = at
    at += line.length + 1
    const isLast = i === lines.length - 1
    const nearly = isLast ? /(?<!\\)(?:\\\\)*(\\[ \u3000]*)$/.exec(line)?.[1] : NEARLY.exec(line)?.[0]
    const place = (offset: number) => placeAt(file, markdown, lineStart + offset, firstLine)
    if (nearly !== undefined) {
      const from = line.length - nearly.length
      const fix = fixOf(source, lineStart + from, nearly.length, isLast ? '' : '\\')
      return [
        finding('body/backslash', place(from), sentence(nearly, isLast), { ...(!isLast && { expected: '\\' }), fix }),
      ]
    }
    const next = lines[i + 1] ?? ''
    // What stands at the margin below a result may be a result itself: `checkBullets` tells of it.
    if (isLast || /\\$| {2}$/.test(line) || (inList && /^\S/.test(next)) || STARTS_LOOSE.test(next)) return []
    const says =
      'この行の終わりに \\ がありません。ここで行を変えるなら終わりに \\ を付け、続けて書く文なら次の行とつないで1行にしてください。'
    return [finding('body/line-break', place(0), says, { expected: `${line.trim()}\\` })]
  })
}

function sentence(nearly: string, isLast: boolean): string {
  if (isLast) return '終わりの「\\」の次に行がないので、「\\」がそのまま載ります。消してください。'
  return /^\\/.test(nearly)
    ? '行の終わりの「\\」の後に空白があるので、「\\」がそのまま載ります。空白を消してください。'
    : `行の終わりの「${nearly.trim()}」は「\\」ではないので、そのまま載ります。半角の「\\」にしてください（日本語のキーボードでは「ろ」のキー）。`
}
