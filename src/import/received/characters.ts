import { type Oddity, codeOf, odditiesOf, withPlain } from '../../text/characters.ts'
import type { Line, Say } from './received.ts'

/** A line, and what ends it. */
const LINES = /([^\n\v\f\r\u0085\u2028\u2029]*)(\r\n|[\n\v\f\r\u0085\u2028\u2029]|$)/gy

/** Compatibility ideographs that fonts of PDFs give for ordinary kanji (U+F900 to U+FA0D); later ones stand in people's names. */
const COMPATIBILITY = /[\uf900-\ufa0d]/g

const KINDS: Partial<Record<Oddity['kind'], string>> = {
  nul: '見えない文字を取る',
  invisible: '見えない文字を取る',
  radical: '部首の文字を、同じ形の漢字にする',
  blank: '幅の違う空白を、半角の空白にする',
  apart: '離れた濁点・半濁点を、かなと1文字にする',
}

const UNSURE: Partial<Record<Oddity['kind'], string>> = {
  unreadable: '読めない文字（外字など）があります。何の文字かを確かめて、書いてください。',
  variation: '字形の印（異体字セレクター）があります。そのまま残しました。',
}

/**
 * Cuts a text into lines in plain characters. Vertical tabs and other line ends begin a new line, as they do in the program
 * that wrote them; a form feed ends a page.
 */
export function plainLines(text: string, done: Say, ask: Say): Line[] {
  const lines: Line[] = []
  let at = 1
  for (const [all, words = '', end = ''] of text.replace(/^\ufeff/, '').matchAll(LINES)) {
    // Behind the end of the last line there is none.
    if (all === '' && lines.length > 0) break
    lines.push({ text: plainLine(words, at, done, ask), at })
    if (/[\v\u0085\u2028\u2029]/.test(end))
      done(at, `改行のように見える文字（${codeOf(end)}）を、改行として読む`, `…${words.slice(-10)}`)
    if (end === '\f') lines.push({ text: '', at, gap: true })
    else if (/[\r\n]/.test(end)) at++
  }
  return lines
}

function plainLine(line: string, at: number, done: Say, ask: Say): string {
  const indented = line.replace(/^[\t ]*\t[\t ]*/, (blanks) => {
    done(at, '行の初めのタブを、空白4つにする', line.trim())
    return blanks.replaceAll('\t', '    ')
  })
  const plain = indented.replace(COMPATIBILITY, (character) => {
    const kanji = character.normalize('NFC')
    done(at, '互換用の漢字を、ふつうの漢字にする', `${character}（${codeOf(character)}）→${kanji}`)
    return kanji
  })
  const oddities = odditiesOf(plain)
  if (oddities.length === 0) return plain
  for (const { kind, found, plain: instead } of oddities) {
    const what = UNSURE[kind]
    if (what) ask(at, what, `${found}（${codeOf(found)}）`)
    else if (kind === 'tab') done(at, 'タブを、半角の空白にする', plain.trim())
    else done(at, KINDS[kind] ?? '', `${codeOf(found)}${instead === '' ? '' : `→${instead}`}`)
  }
  const composed = withPlain(
    plain,
    oddities.filter(({ kind }) => kind !== 'unreadable'),
  )
  return composed.replace(/[^\p{M}\s][\u0300-\u036f\u3099\u309a]+/gu, (apart) => apart.normalize('NFC'))
}
