import type { Corrections } from '../report/schema.ts'

/**
 * The general rules by which the received document's stray spaces are mended. Slides spread characters apart
 * (`S P I方式`, `R 7採用試験`, `R7. 5`); the spaces carry no meaning. What no rule covers is a line of corrections.yml.
 */
interface SpaceRule {
  id: string
  /** Japanese, for the list that the import prints and for the checker's warning. */
  says: string
  find: RegExp
  mend: (found: string) => string
}

const withoutSpaces = (found: string) => found.replaceAll(' ', '')
const isAlphabet = (found: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.includes(withoutSpaces(found))

/** Spaces inside one word; the checker warns of these in edited text too. */
const INSIDE_WORDS: SpaceRule[] = [
  {
    id: 'letters',
    says: '離れた英大文字をつなぐ',
    find: /(?<![A-Za-z] ?)[A-Z](?: [A-Z])+(?! ?[A-Za-z])/g,
    // Letters in the order of the alphabet are a list: A B C 評価.
    mend: (found) => (isAlphabet(found) ? found : withoutSpaces(found)),
  },
  {
    id: 'era',
    says: '年月の中の空白を取る',
    find: /(?<![A-Za-z])[RHS](?: \d{1,2}(?:\. ?\d{1,2})?|\d{1,2}\. \d{1,2})(?!\d)/g,
    mend: withoutSpaces,
  },
]

const RULES: SpaceRule[] = [
  ...INSIDE_WORDS,
  { id: 'arrow', says: '矢印の前後の空白を取る', find: /(?:(?<! ) +)?→ *(?=\S)|(?<=\S) +→/g, mend: () => '→' },
]

/** One change that was made to the received text. */
export interface Mend {
  line: number
  from: string
  to: string
  reason: string
}

/** A text with the general rules applied: `'R 6：41人'` → `'R6：41人'`. */
export function mendSpaces(text: string): string {
  return RULES.reduce((mended, rule) => mended.replace(rule.find, rule.mend), text)
}

/** The places of a text where a stray space parts one word: `'早期枠S P I方式'` → one, of `S P I`. */
export function findStraySpaces(text: string): { start: number; found: string; mended: string }[] {
  return INSIDE_WORDS.flatMap((rule) =>
    Array.from(text.matchAll(rule.find), (match) => ({
      start: match.index,
      found: match[0],
      mended: rule.mend(match[0]),
    })).filter(({ found, mended }) => found !== mended),
  )
}

/**
 * The received document after corrections.yml and then the general rules, line by line, so that line numbers stay.
 * `unused` are the corrections whose `from` stands nowhere in the document.
 */
export function mendDocument(
  source: string,
  corrections: Corrections,
): { text: string; changes: Mend[]; unused: Corrections['text'] } {
  const changes: Mend[] = []
  const used = new Set<Corrections['text'][number]>()
  const lines = source.split('\n').map((line, i) => {
    let mended = line
    for (const correction of corrections.text) {
      if (!mended.includes(correction.from)) continue
      used.add(correction)
      changes.push({ line: i + 1, from: correction.from, to: correction.to, reason: correction.reason })
      mended = mended.replaceAll(correction.from, () => correction.to)
    }
    for (const rule of RULES) {
      mended = mended.replace(rule.find, (found) => {
        const to = rule.mend(found)
        if (to !== found) changes.push({ line: i + 1, from: found, to, reason: rule.says })
        return to
      })
    }
    return mended
  })
  return { text: lines.join('\n'), changes, unused: corrections.text.filter((correction) => !used.has(correction)) }
}
