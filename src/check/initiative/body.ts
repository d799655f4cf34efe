import type { Nodes } from 'mdast'
import { type Body, type Result, flatResults, placeOf } from '../../report/body.ts'
import type { FrontMatter } from '../../text/front-matter.ts'
import { type Finding, type Place, placeAt } from '../../text/finding.ts'
import { checkBullets } from './bullets.ts'
import { finding } from '../catalogue.ts'
import { checkDialect, fixOf } from './dialect.ts'
import { checkLineEnds } from './line-ends.ts'
import { checkLinkForms } from './link-forms.ts'
import type { BodySource } from './body-source.ts'
import type { ProseBlock } from './prose.ts'
import { wordingFindings } from './wording.ts'

/** Marks that open a list or quotation inside another, at the start of a line. */
const OPENING_MARKS = /^ *(?:\[\^[^\]\n]*\]:)?(?: *(?:>|[-*+](?= )))+/gm
const DEEPEST = 20

/** Lines that nest deeper than any report does, up to where parsers and pages break down; such a body is not read. */
export function checkNesting(file: string, { body, bodyLine }: FrontMatter): Finding[] {
  return Array.from(body.matchAll(OPENING_MARKS))
    .filter(([marks]) => marks.replace(/^ *\[.*\]:| /g, '').length > DEEPEST)
    .slice(0, 1)
    .map(({ index }) => {
      const says =
        '行の初めに「-」や「>」が並びすぎています。入れ子を浅くするか、文として見せるなら前に \\ を付けてください。'
      return finding('body/nesting', placeAt(file, body, index, bodyLine), says, { expected: `${DEEPEST} 段まで` })
    })
}

/** The rules that need nothing but one body: empty, results without `- `, HTML, headings, wording, 再掲 without a link. */
export function checkBody(source: BodySource, body: Body): Finding[] {
  if (source.markdown.trim() === '') return [emptyBody(source)]
  return [
    ...emptyResults(source, body),
    ...(source.kind === 'initiative' ? duplicates(source.file, body.results) : []),
    ...checkBullets(source, body),
    ...htmlAndHeadings(source),
    ...blocks(source, body),
    ...checkDialect(source),
    ...checkLineEnds(source),
    ...checkLinkForms(source),
    ...words(source),
  ]
}

function emptyBody({ file, firstLine, kind }: BodySource): Finding {
  const says = '「---」の下に本文がありません。' + (kind === 'initiative' ? '実績を「- 」で始めて書いてください。' : '')
  return finding('body/empty', { file, line: firstLine - 1, column: 1 }, says, { expected: '1つ以上の実績や文' })
}

function emptyResults({ file, firstLine, tree, kind }: BodySource, { results, notes }: Body): Finding[] {
  const blank = flatResults(results).filter(({ text, children }) => text.trim() === '' && children.length === 0)
  if (blank.length > 0) {
    const says = '「- 」の後に文がありません。実績を書くか、この行を消してください。'
    return blank.map(({ line, column }) => finding('body/empty', { file, line, column }, says))
  }
  const hollow = flatResults(results).filter(({ text }) => text.trim() === '')
  if (hollow.length > 0) {
    const says = '「- 」の後に、文ではなくまた「- 」があります。「- 」を1つにしてください。'
    return hollow.map(({ line, column, children }) =>
      finding('body/empty', { file, line, column }, says, { expected: `- ${children[0]?.text.split('\n')[0]}` }),
    )
  }
  const [first] = tree.children
  const hasRest = results.length > 0 || notes.some(({ mark, text }) => mark === null && text.trim() !== '')
  if (hasRest || kind !== 'initiative' || first === undefined) return []
  const place = { file, ...placeOf(first, firstLine) }
  return [finding('body/empty', place, '見出しや注のほかに本文がありません。実績を「- 」で始めて書いてください。')]
}

/** A result that stands twice under one heading or result. */
function duplicates(file: string, results: readonly Result[]): Finding[] {
  const known = new Map<string, Result>()
  return results.flatMap((result) => {
    const inside = duplicates(file, result.children)
    const key = JSON.stringify([result.group, result.text, result.children.map(({ text }) => text)])
    const first = known.get(key)
    if (!first) known.set(key, result)
    if (!first || result.text.trim() === '') return inside
    const related = { file, line: first.line, column: first.column }
    const says = `同じ実績「${result.text.split('\n')[0]?.slice(0, 40)}」が ${first.line} 行目にもあります。写しまちがいなら、どちらかを消してください。`
    return [finding('body/duplicate', { file, line: result.line, column: result.column }, says, { related }), ...inside]
  })
}

function htmlAndHeadings({ file, nodes, firstLine, kind }: BodySource): Finding[] {
  const findings: Finding[] = []
  const placeIn = (node: Nodes): Place => ({ file, ...placeOf(node, firstLine) })
  let hasTag = false
  for (const node of nodes) {
    if (node.type === 'html') {
      // `<b>…</b>` is one finding: the closing tag is not told again.
      if (hasTag && node.value.startsWith('</')) continue
      hasTag = true
      const [tag = ''] = node.value.split('\n')
      const says = `HTML のタグ「${tag.slice(0, 40)}」は使えません。消すか、文字として見せるときは \\< と書いてください。`
      findings.push(finding('body/html', placeIn(node), says))
    } else if (node.type === 'heading' && kind !== 'initiative' && (kind === 'plain' || node.depth < 2)) {
      const says =
        kind === 'plain'
          ? '「plain」に見出しは使えません。行の初めの # を消してください。'
          : '見出しが大きすぎます（段階 1）。報告書の題名は title にあるので、趣旨の見出しは「## 」で書きます。'
      findings.push(finding('body/heading', placeIn(node), says, kind === 'plain' ? {} : { expected: '## 趣旨' }))
    } else if (node.type === 'heading' && node.depth < 3 && kind === 'initiative') {
      const says = `見出しが大きすぎます（段階 ${node.depth}）。本文の見出しは「### 」で書きます。文のすぐ下の行の「---」も見出しになるので、間に空の行を入れるか消してください。`
      findings.push(finding('body/heading', placeIn(node), says, { expected: '### 【見出し】' }))
    }
  }
  return findings
}

/** Blocks that are no result: the open data and the index would run a table's cells into one word. */
const BLOCKS: Partial<Record<Nodes['type'], string>> = {
  table: '表は使えません。1行ずつ、「- 」で始まる実績に書き直してください。',
  code: '行頭に空白が4つ以上あるか「```」の行があるので、プログラムとして表示されます。その空白や「```」を消してください。',
  blockquote: '行が「>」で始まっているので、引用になります。「>」を消してください。',
  thematicBreak:
    '線（--- や ***）は使えません。この行を消してください。2つめの取組なら、別のファイルに分けてください。',
}

function blocks({ file, nodes, firstLine, kind }: BodySource, { results }: Body): Finding[] {
  if (kind === 'cover') return []
  return nodes.flatMap((node) => {
    const says = BLOCKS[node.type]
    // Results that became code are told of as `body/no-result` where there are no others.
    if (!says || (node.type === 'code' && results.length === 0)) return []
    const more = node.type === 'thematicBreak' ? {} : { expected: '- 実績の文' }
    return [finding('body/block', { file, ...placeOf(node, firstLine) }, says, more)]
  })
}

function words({ file, prose, markdown, firstLine, reportYear }: BodySource): Finding[] {
  return prose.flatMap((block) => {
    const place = (start: number) => placeAt(file, markdown, block.start + start, firstLine)
    const wording = wordingFindings(block.text, reportYear).map(({ rule, start, says, expected, mend }) => {
      const fix = mend && fixOf({ file, markdown, firstLine }, block.start + start, mend.length, mend.text)
      return finding(rule, place(start), says, { ...(expected && { expected }), ...(fix && { fix }) })
    })
    return [...wording, ...unlinkedRelistings(block, place)]
  })
}

function unlinkedRelistings({ text, links }: ProseBlock, place: (start: number) => Place): Finding[] {
  return (
    Array.from(text.matchAll(/再掲(?![載示出揚])/g), ({ index }) => index)
      .filter((at) => !links.some(({ start, end }) => start <= at && at < end))
      // A link in another form has a finding of its own.
      .filter((at) => !/^[\]］][ 　]?[(（]/.test(text.slice(at + '再掲'.length)))
      .map((at) => {
        const says = '「再掲」に行き先がありません。元の取組の番号を確かめ、リンクにしてください。'
        return finding('relistings/not-linked', place(at), says, { expected: '[再掲](1-1-2-1.md)' })
      })
  )
}
