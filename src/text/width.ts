/**
 * How wide a text is about, in em, where nothing can measure it: letters of Latin script and digits take 0.62, as in the
 * widest of the fonts that draw them here, all others a whole one.
 */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u0020-\u007E\uFF61-\uFF9F]/.test(character) ? 0.62 : 1
  return width
}

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** What stands at no line's beginning (行頭禁則): closing marks, small kana, prolonged sound marks. */
const NOT_FIRST = /^[、。，．・：；？！」』）】〉》〕］｝ー～〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝゞ!?,.:;)\]}%％]/

/** What stands at no line's end (行末禁則): opening marks. */
const NOT_LAST = /[「『（【〈《〔［｛([{]$/

/**
 * A text in lines of at most so many em, parted between words where one fits: `wrap('電子契約の促進', 5)` →
 * `['電子契約の', '促進']`. What is left after `most` lines is cut, and the last line then ends in `…`.
 */
export function wrap(text: string, em: number, most: number = Infinity): string[] {
  const lines: string[] = ['']
  for (const piece of piecesOf(text, em)) {
    const line = lines.at(-1) ?? ''
    if (widthOf(line + piece.trimEnd()) <= em || line === '') lines[lines.length - 1] = line + piece
    else lines.push(piece.trimStart())
  }
  const trimmed = lines.map((line) => line.trim())
  if (trimmed.length <= most) return trimmed
  const kept = trimmed.slice(0, most)
  let last = [...(kept.pop() ?? '')]
  while (last.length > 0 && widthOf(`${last.join('')}…`) > em) last = last.slice(0, -1)
  return [...kept, `${last.join('')}…`]
}

/** What is not to be parted: words with the marks that belong to them; of a word that is wider than a line, its characters. */
function piecesOf(text: string, em: number): string[] {
  const segments = Array.from(words.segment(text), ({ segment }) => segment)
  const small = segments.flatMap((segment) => (widthOf(segment) > em ? [...segment] : [segment]))
  const pieces: string[] = []
  for (const segment of small) {
    const before = pieces.at(-1)
    const belongs = before !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(before))
    if (belongs && widthOf(before + segment) <= em) pieces[pieces.length - 1] = before + segment
    else pieces.push(segment)
  }
  return pieces
}
