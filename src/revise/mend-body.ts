import type { Definition, Image, Link, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { resolvePath } from '../text/address.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { type Edit, partsOf } from './patch.ts'
import { Unmendable } from './revision.ts'

/** Where the initiatives of one report stand after a renumbering: the path of their file, old → new, `null` where it goes. */
export type MovedFiles = ReadonlyMap<string, string | null>

/**
 * The edits of a Markdown file that let its links lead on to initiatives that have moved; of a link to one that goes, the
 * words stay. `says` tells of those, for a person to look at.
 */
export function mendLinks(path: string, text: string, moved: MovedFiles): { edits: Edit[]; says: string[] } {
  const edits: Edit[] = []
  const says: string[] = []
  if (!text.includes('.md')) return { edits, says }
  const { body, bodyAt, bodyLine } = partsOf(path, text)
  const tree: Root = parseMarkdown(body)
  const unlink = (node: Link, line: number) => {
    const [first, last] = [node.children[0], node.children.at(-1)]
    const words = first && last ? body.slice(offsetOf(first, 'start'), offsetOf(last, 'end')) : ''
    edits.push({ start: bodyAt + offsetOf(node, 'start'), end: bodyAt + offsetOf(node, 'end'), text: words })
    says.push(`${path}:${line}: 「${words}」のリンクを外しました。文を見直してください。`)
  }
  const lineOf = (node: Nodes) => bodyLine + (node.position?.start.line ?? 1) - 1
  visit(tree, ['link', 'image', 'definition'], (found) => {
    const node = found as Link | Image | Definition
    const target = resolvePath(path, node.url.replace(/[#?].*$/s, ''))
    const fresh = moved.get(target)
    if (fresh === undefined) return
    const line = lineOf(node)
    const [start, end] = [offsetOf(node, 'start'), offsetOf(node, 'end')]
    if (fresh === null) {
      if (node.type === 'link') unlink(node, line)
      else if (node.type === 'definition') edits.push({ start: bodyAt + start, end: bodyAt + end, text: '' })
      else throw new Unmendable(`${path}:${line}`, '画像')
      return
    }
    // `[再掲][a]`: the address stands in its definition.
    if (node.type === 'link' && body.charAt(end - 1) === ']') return
    // The address as written, behind the words.
    const behind = node.type === 'link' ? offsetOf(node.children.at(-1) ?? node, 'end') : start
    const at = body.indexOf(node.url, node.type === 'link' && node.children.length > 0 ? behind : start)
    const name = nameOf(target)
    const inUrl = node.url.lastIndexOf(name, node.url.search(/[#?]|$/))
    if (at < 0 || at + node.url.length > end || inUrl < 0) throw new Unmendable(`${path}:${line}`, 'リンク')
    const from = bodyAt + at + inUrl
    edits.push({ start: from, end: from + name.length, text: nameOf(fresh) })
  })
  return { edits, says }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function offsetOf(node: Nodes, edge: 'start' | 'end'): number {
  return node.position?.[edge].offset ?? 0
}
