/**
 * Characters that stand for others: the one table of what looks alike, of what looks like a line's end and of what can't
 * be seen. The checker, the pages, the search and the import read through it.
 */

/** CJK radicals, which PDFs give for kanji, each before the kanji that it looks like (Unicode's Equivalent_Unified_Ideograph). */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

/** Where Unicode names the old form of a kanji, Japanese fonts show the new one: 八⼾市 is 八戸市. */
const JAPANESE_RADICALS = '⼾戸⾭青⿈黄⿊黒'

const KANJI = new Map<string, string>([
  ...pairs(RADICALS),
  ...Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i): [string, string] => {
    const radical = String.fromCharCode(0x2f00 + i)
    return [radical, radical.normalize('NFKC')]
  }),
  ...pairs(JAPANESE_RADICALS),
])

function pairs(text: string): [string, string][] {
  return (text.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)])
}

/** Blanks of other widths, and those that don't break; `　` is a character of Japanese texts. */
const BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/

/** Wave dashes: Macs write `〜`, Windows `～`. */
export const WAVE = /[〜∼∾]/

const HYPHEN = /[‐‑‒–—―−]/

/** What begins a new line in some programs and none here. */
const LINE_END = /[\v\f\r\u0085\u2028\u2029]/

const VARIATION = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u

/** What can't be seen and has no width: controls, zero-width and bidirectional marks, fillers. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{DI}]/u

/** A kana or letter and the marks that belong on it, which Macs write apart: `か` + `゙`. */
const APART = /[^\p{M}\s][\u0300-\u036f\u3099\u309a]+/gu

/** A radical as its kanji, a blank of another width as a plain one, one character for one; any other as it is. */
export function plainCharacter(character: string): string {
  return BLANK.test(character) ? ' ' : (KANJI.get(character) ?? character)
}

/** The same for a character of a search, where waves, hyphens and invisible characters are alike too; `''` for what is not looked for. */
export function soughtCharacter(character: string): string {
  if (/\s/.test(character) || INVISIBLE.test(character) || VARIATION.test(character)) return ''
  if (WAVE.test(character)) return '~'
  return HYPHEN.test(character) ? '-' : plainCharacter(character)
}

/** Whether a text may hold anything of the table; quick, for most texts do not. */
const SUSPECT =
  /[\0-\x09\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2e80-\u2fdf\u3099\u309a\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/

/** What a text should not hold. */
export interface Oddity {
  kind: 'line-end' | 'nul' | 'tab' | 'invisible' | 'unreadable' | 'radical' | 'blank' | 'variation' | 'apart'
  /** As it stands there. */
  found: string
  /** What stands for it in the text as it is read. */
  plain: string
  start: number
  end: number
}

/** Each place of a text that should not stand so; none in most texts. */
export function odditiesOf(text: string): Oddity[] {
  if (!SUSPECT.test(text)) return []
  const found: Oddity[] = []
  let start = 0
  for (const character of text) {
    const kind = kindOf(character, text, start)
    if (kind)
      found.push({ kind, found: character, plain: plainOf(kind, character), start, end: start + character.length })
    start += character.length
  }
  for (const { 0: apart, index } of text.matchAll(APART)) {
    const plain = apart.normalize('NFC')
    if (plain.length < apart.length) {
      found.push({ kind: 'apart', found: apart, plain, start: index, end: index + apart.length })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The text with the plain characters in the place of its odd ones. What a font or a search shows alike stays as it is written. */
export function withPlain(text: string, oddities: readonly Oddity[]): string {
  let plain = ''
  let done = 0
  for (const { kind, plain: instead, start, end } of oddities) {
    if (kind === 'apart' || kind === 'variation') continue
    plain += text.slice(done, start) + instead
    done = end
  }
  return plain + text.slice(done)
}

function kindOf(character: string, text: string, at: number): Oddity['kind'] | null {
  if (character === '\n') return null
  if (character === '\t') return 'tab'
  if (character === '\0') return 'nul'
  if (LINE_END.test(character)) return 'line-end'
  if (/[\ufffd\ufdd0-\ufdef\ufffe\uffff\p{Co}\p{Cs}]/u.test(character)) return 'unreadable'
  if (BLANK.test(character)) return 'blank'
  if (KANJI.has(character)) return 'radical'
  if (VARIATION.test(character)) return isEmoji(text, at) ? null : 'variation'
  if (INVISIBLE.test(character)) return character === '\u200d' && isEmoji(text, at) ? null : 'invisible'
  return null
}

/** Whether the sign before a place is one that such marks rightly follow: ❤️, 👨‍👩‍👧. */
function isEmoji(text: string, at: number): boolean {
  return /(?:\p{Extended_Pictographic}|\p{EMod})\ufe0f?$/u.test(text.slice(Math.max(0, at - 4), at))
}

function plainOf(kind: Oddity['kind'], character: string): string {
  if (kind === 'radical' || kind === 'blank') return plainCharacter(character)
  if (kind === 'tab' || kind === 'line-end') return ' '
  return kind === 'nul' || kind === 'invisible' || kind === 'variation' ? '' : character
}

/** `'\u2028'` → `'U+2028'`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
