/** A text and the character code that its bytes are in. */
export interface Decoded {
  text: string
  encoding: string
  /** What shows that it is this code and no other, in Japanese; `''` for UTF-8, which shows itself. */
  evidence: string
}

/** Codes of Japanese texts, by the label of `TextDecoder` and as people call them. */
const CODES: [label: string, name: string][] = [
  ['shift_jis', 'Shift_JIS（CP932）'],
  ['euc-jp', 'EUC-JP'],
  ['utf-16le', 'UTF-16（LE）'],
  ['utf-16be', 'UTF-16（BE）'],
]

/** So much of what is not ASCII is kana and Japanese punctuation in a Japanese text; in one read by a wrong code hardly any. */
const LIKELY = 0.2
/** By so much the best reading must be better than the next one. */
const LEAD = 0.15

/**
 * Reads the bytes of a Japanese text file, whatever program wrote them: UTF-8, UTF-16 with or without a byte order mark,
 * Shift_JIS as Windows has it, EUC-JP, ISO-2022-JP. `null` where none fits, or two do.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes)
  if (marked) return marked
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, encoding: 'UTF-8', evidence: '' }
  // What is UTF-8 in most of its lines is a file of two codes, which no one reading fits.
  if (isMostlyUtf8(bytes)) return null
  const [best, next] = CODES.flatMap(([label, name]) => {
    const text = strictly(label, bytes)
    return text === null || text.includes('\0') ? [] : [{ text, name, ...likeness(text) }]
  }).sort((a, b) => b.share - a.share)
  if (!best || best.share < LIKELY || best.share - (next?.share ?? 0) < LEAD) return null
  const evidence = `読めない文字がなく、かな・句読点が ${best.count} 文字`
  return { text: best.text, encoding: best.name, evidence }
}

/** What the first bytes, or escape sequences, say of the code. */
function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b] = bytes
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  const name = CODES.find(([label]) => label === utf16)?.[1]
  if (utf16 && name) {
    const text = strictly(utf16, bytes)
    return text === null ? null : { text, encoding: name, evidence: '初めの印（BOM）' }
  }
  // ESC $ B and ESC $ @ begin kanji in ISO-2022-JP, all of whose bytes are ASCII.
  const isEscaped = bytes.some((byte, i) => byte === 0x1b && bytes[i + 1] === 0x24 && /[@B]/.test(letter(bytes[i + 2])))
  const text = isEscaped && bytes.every((byte) => byte < 0x80) ? strictly('iso-2022-jp', bytes) : null
  return text === null ? null : { text, encoding: 'ISO-2022-JP（JIS）', evidence: '漢字の始まりの印（ESC $ B）' }
}

const letter = (byte: number | undefined) => String.fromCharCode(byte ?? 0)

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many characters are kana and punctuation of Japanese, and their share of those that are not ASCII. */
function likeness(text: string): { count: number; share: number } {
  const others = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const count = text.match(/[ぁ-んァ-ヶー、。「」（）・：]/g)?.length ?? 0
  return { count, share: others === 0 ? 0 : count / others }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [valid, invalid] = [0, 0]
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue
    const line = bytes.subarray(start, at)
    start = at + 1
    if (line.every((byte) => byte < 0x80)) continue
    if (strictly('utf-8', line) === null) invalid++
    else valid++
  }
  return valid > 0 && valid >= invalid
}
