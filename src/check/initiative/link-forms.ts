import { type Finding, placeAt } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import type { BodySource } from './body-source.ts'
import { fixOf } from './dialect.ts'

/** Brackets and an address that were meant as a link: full-width ones, a blank between or in the address. */
const NEARLY =
  /[[［]([^[［\]］\n]+)[\]］][ \u3000]?[(（][ \u3000]*((?:https?:\/\/|mailto:|[./\w-]*\d+\.md)[^()（）\n]*)[)）]/g

/** An address that goes on in kanji or katakana: nobody can say where it ends. */
const UNCLEAR_END =
  /(?<![A-Za-z0-9/:.@_(<-])https?:\/\/[!-~]*\/(?=[\p{Script=Han}\p{Script=Katakana}])[^\s、。）」』】]*/gu

/** Links in another form than `[手引き](https://…)`. */
export function checkLinkForms(source: BodySource): Finding[] {
  const { file, prose, nodes, markdown, firstLine } = source
  const links = nodes.filter(({ type }) => type === 'link' || type === 'image')
  const inLink = (start: number, end: number) =>
    links.some(({ position }) => (position?.start.offset ?? 0) <= start && end <= (position?.end.offset ?? 0))
  const raw = prose.map(({ text, start }) => ({ text: markdown.slice(start, start + text.length), start }))
  const nearly = raw.flatMap(({ text, start }) =>
    Array.from(text.matchAll(NEARLY), ({ 0: found, 1: words = '', 2: url = '', index }) => {
      const at = start + index
      if (inLink(at, at + found.length)) return []
      const meant = `[${words}](${url.trim().replace(/[ \u3000]/g, '%20')})`
      const says = `「${found.slice(0, 60)}」は、リンクになりません。半角の [ ] と ( ) を続けて書き、アドレスに空白を入れないでください。`
      const fix = fixOf(source, at, found.length, meant)
      return [finding('links/form', placeAt(file, markdown, at, firstLine), says, { expected: meant, fix })]
    }).flat(),
  )
  const unclear = raw.flatMap(({ text, start }) =>
    Array.from(text.matchAll(UNCLEAR_END), ({ 0: found, index }) => {
      const says = `アドレス「${found.slice(0, 60)}」の終わりが分かりません。日本語の前までがリンクになります。[名前](アドレス) の形で書いてください。`
      return finding('links/bare', placeAt(file, markdown, start + index, firstLine), says, {
        expected: `[名前](${found})`,
      })
    }),
  )
  return [...nearly, ...unclear]
}
