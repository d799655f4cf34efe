/** Where a sentence, or a word of it, goes on behind the end of a line: what the words say, whatever their length. */

/** What no line of a Japanese text begins with, for it belongs to the word before. */
const NEVER_FIRST = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー、。，．）)」』】〕］”々]/

/** What no sentence ends with. */
const NEVER_LAST = /(?:[、，（(「『【〔［をがは]|[^も]の|[^らとか]に)$/

/** Words that only go on with what stands before them. */
const PARTICLES = new Set([
  'を',
  'に',
  'が',
  'は',
  'の',
  'で',
  'と',
  'へ',
  'や',
  'も',
  'から',
  'まで',
  'より',
  'する',
  'した',
])

const UNFINISHED = '文の途中で切れた行をつなぐ'

/** Why two lines are joined, as it is told: a word was cut, or the line was as long as lines are. */
export const WORD_CUT = '語の途中で切れた行をつなぐ'
export const LINE_FULL = '決まった長さで折り返された行をつなぐ'

/** What to ask where a line end may or may not be meant. */
export const KEPT_END = '改行のまま残しました。続けて書く文なら、つないでください。'

/** The words on both sides of a line's end, as it is told: `…公金収｜納キャッシュレス…`. */
export function endShown(before: string, after: string): string {
  return `${before.trim().slice(-10)}｜${after.trim().slice(0, 10)}`
}

/** What is counted stands right behind its number. */
const COUNTED = /^(?:人|名|件|回|社|円|年|月|日|か月|か所|箇所|億|万|千|%|％|時間)/

const OPENING = '（(「『【〔［'
const CLOSING = '）)」』】〕］'

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Whether a line's end cuts a word in two: `公金収` and `納キャッシュレス化`. */
export function isInsideWord(before: string, after: string): boolean {
  const [head, tail] = [before.trimEnd().slice(-30), after.trimStart().slice(0, 30)]
  if (head === '' || tail === '') return false
  if (NEVER_FIRST.test(tail) || (/[\d０-９]$/.test(head) && COUNTED.test(tail))) return true
  for (const { segment, index, isWordLike } of segmenter.segment(head + tail)) {
    if (index + segment.length <= head.length) continue
    return index < head.length && isWordLike === true && !/^[\d.,]+$/.test(segment)
  }
  return false
}

/** Why the words of a line, or of a paragraph, go on in `rest`, what comes after; `null` where they may well end there. */
export function goesOn(before: string, rest: string, isParagraph = false): string | null {
  const head = before.trimEnd()
  const next = rest.trimStart()
  if (closesLater(head, next)) return 'かっこの途中で切れた行をつなぐ'
  const [first] = segmenter.segment(next)
  // In prose a sentence ends with 。; results are words without one.
  if (!isParagraph && /。\s*$/.test(next) && !/[。）)]$/.test(head)) return UNFINISHED
  if (NEVER_LAST.test(head) || PARTICLES.has(first?.segment ?? '')) return UNFINISHED
  return null
}

/** Whether a bracket of a line is closed only behind it. */
function closesLater(before: string, after: string): boolean {
  const depth = (text: string) => {
    let [open, lowest] = [0, 0]
    for (const character of text) {
      if (OPENING.includes(character)) open++
      if (CLOSING.includes(character)) lowest = Math.min(lowest, --open)
    }
    return { open, lowest }
  }
  const { open, lowest } = depth(before)
  return open - lowest > 0 && depth(after).lowest < 0
}

/** Two parts of one sentence: a blank at which they were parted stays, and one between a month and what happened in it. */
export function glued(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()]
  const indent = /^\s*(?:[-*+] )?/.exec(before)?.[0].length ?? 0
  const isBlank = /[^ ] $/.test(before) || /^ \S/.test(after) || after.search(/\S/) === indent + 1
  const isMonth = /(?<![A-Za-z])[RHS]\d{1,2}\.\s?\d{1,2}$/.test(head) && /^[^\d\s～~、。,)）年月]/.test(tail)
  return `${head}${isBlank || isMonth ? ' ' : ''}${tail}`
}
