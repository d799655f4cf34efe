import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Body, flatResults, placeOf } from '../body.ts'
import { type Message, type Place, placeAt } from '../message.ts'
import { finding } from './catalogue.ts'
import { type ProseBlock, proseBlocks } from './prose.ts'
import { wordingFaults } from './wording.ts'

/** A body's tree with what the rules need to name places in its file. */
export interface BodySource {
  file: string
  tree: Root
  markdown: string
  firstLine: number
  /** Initiatives keep to `###`; the cover's own body has `##` headings. */
  kind: 'initiative' | 'cover'
}

/** The rules that need nothing but one body: empty, HTML, headings, wording, 再掲 without a link. */
export function checkBody(source: BodySource, body: Body): Message[] {
  if (source.markdown.trim() === '') return [emptyBody(source)]
  return [...emptyResults(source, body), ...htmlAndHeadings(source), ...words(source)]
}

function emptyBody({ file, firstLine, kind }: BodySource): Message {
  const says = '「---」の下に本文がありません。' + (kind === 'initiative' ? '実績を「- 」で始めて書いてください。' : '')
  return finding('body/empty', { file, line: firstLine - 1, column: 1 }, says, { expected: '1つ以上の実績や文' })
}

function emptyResults({ file, firstLine, tree, kind }: BodySource, { results, notes }: Body): Message[] {
  const blank = flatResults(results).filter(({ text, children }) => text.trim() === '' && children.length === 0)
  if (blank.length > 0) {
    const says = '「- 」の後に文がありません。実績を書くか、この行を消してください。'
    return blank.map(({ line, column }) => finding('body/empty', { file, line, column }, says))
  }
  const [first] = tree.children
  const hasRest = results.length > 0 || notes.some(({ mark, text }) => mark === null && text.trim() !== '')
  if (hasRest || kind === 'cover' || first === undefined) return []
  const place = { file, ...placeOf(first, firstLine) }
  return [finding('body/empty', place, '見出しや注のほかに本文がありません。実績を「- 」で始めて書いてください。')]
}

function htmlAndHeadings({ file, tree, firstLine, kind }: BodySource): Message[] {
  const messages: Message[] = []
  const placeIn = (node: Nodes): Place => ({ file, ...placeOf(node, firstLine) })
  let hasTag = false
  visit(tree, (node) => {
    if (node.type === 'html') {
      // `<b>…</b>` is one fault: the closing tag is not told again.
      if (hasTag && node.value.startsWith('</')) return
      hasTag = true
      const [tag = ''] = node.value.split('\n')
      const says = `HTML のタグ「${tag.slice(0, 40)}」は使えません。消すか、文字として見せるときは \\< と書いてください。`
      messages.push(finding('body/html', placeIn(node), says))
    } else if (node.type === 'heading' && node.depth < 3 && kind === 'initiative') {
      const says = `見出しが大きすぎます（段階 ${node.depth}）。本文の見出しは「### 」で書きます。文のすぐ下の行の「---」も見出しになるので、間に空の行を入れるか消してください。`
      messages.push(finding('body/heading', placeIn(node), says, { expected: '### 【見出し】' }))
    }
  })
  return messages
}

function words({ file, tree, markdown, firstLine }: BodySource): Message[] {
  return proseBlocks(tree, markdown).flatMap((block) => {
    const place = (start: number) => placeAt(file, markdown, block.start + start, firstLine)
    const faults = wordingFaults(block.text).map(({ rule, start, says, expected }) =>
      finding(rule, place(start), says, expected ? { expected } : {}),
    )
    return [...faults, ...unlinkedRelistings(block, place)]
  })
}

function unlinkedRelistings({ text, links }: ProseBlock, place: (start: number) => Place): Message[] {
  return Array.from(text.matchAll(/再掲/g), ({ index }) => index)
    .filter((at) => !links.some(({ start, end }) => start <= at && at < end))
    .map((at) => {
      const says = '「再掲」に行き先がありません。元の取組の番号を確かめ、リンクにしてください。'
      return finding('relistings/not-linked', place(at), says, { expected: '[再掲](1-1-2-1.md)' })
    })
}
