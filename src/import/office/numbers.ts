import { circled } from '../../report/number.ts'

const KANJI = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'

/** A number as a program's own numbering shows it, by the name that Word has for its form. */
export function numberText(order: number, form: string): string {
  if (/EnclosedCircle|CircleChinese|circleNum/i.test(form)) return circled(order)
  if (/EnclosedParen/i.test(form)) return order <= 20 ? String.fromCodePoint(0x2473 + order) : `(${order})`
  if (/FullWidth$/i.test(form) && /^decimal/i.test(form)) return wide(String(order))
  if (form === 'decimalZero') return String(order).padStart(2, '0')
  if (/^lowerLetter|^alphaLc/.test(form)) return letter(order)
  if (/^upperLetter|^alphaUc/.test(form)) return letter(order).toUpperCase()
  if (/^lowerRoman|^romanLc/.test(form)) return roman(order)
  if (/^upperRoman|^romanUc/.test(form)) return roman(order).toUpperCase()
  if (/^aiueo/.test(form)) return AIUEO[order - 1] ?? String(order)
  if (/^iroha/.test(form)) return IROHA[order - 1] ?? String(order)
  if (/^(?:japanese|ideograph|chinese|taiwanese|ea1)/i.test(form)) return kanji(order)
  return String(order)
}

/** The same by PowerPoint's name: `arabicParenBoth` 3 → `'(3)'`, `circleNumDbPlain` 3 → `'③'`. */
export function slideNumberText(order: number, type: string): string {
  const plain = /^arabicDb/.test(type) ? wide(String(order)) : numberText(order, type)
  if (/ParenBoth$/.test(type)) return `(${plain})`
  if (/ParenR$/.test(type)) return `${plain})`
  return /Period$/.test(type) ? `${plain}.` : plain
}

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function letter(order: number): string {
  return String.fromCharCode(0x61 + ((order - 1) % 26)).repeat(Math.ceil(order / 26))
}

function roman(order: number): string {
  const signs: [string, number][] = [
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ]
  let [text, rest] = ['', order]
  for (const [sign, value] of signs) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

function kanji(order: number): string {
  if (order >= 100) return String(order)
  const [tens, ones] = [Math.floor(order / 10), order % 10]
  return `${tens > 1 ? KANJI[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? KANJI[ones] : ''}`
}

/** Signs of the fonts Wingdings and Symbol, which stand for the letters that a file has. */
const SIGNS: Record<string, string> = {
  l: '●',
  n: '■',
  '§': '▪',
  ü: '✓',
  Ø: '➢',
  u: '◆',
  '¡': '○',
  m: '○',
  '·': '•',
  o: '□',
}

/** A bullet as it is shown: Wingdings' `l` is ●; in that font characters also come as U+F06C. */
export function bulletText(character: string, font: string | null): string {
  const code = character.codePointAt(0) ?? 0
  const isPrivate = code >= 0xf020 && code <= 0xf0ff
  const plain = isPrivate ? String.fromCodePoint(code - 0xf000) : character
  return isPrivate || /wingdings|symbol|webdings/i.test(font ?? '') ? (SIGNS[plain] ?? '•') : character
}
