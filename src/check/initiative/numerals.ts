import { foldWidth } from '../../text/fold.ts'
import type { WordingFinding } from './wording-finding.ts'

/** What is counted: behind one of these, what stands before is meant as a number. */
const COUNTED = '(?:[万億千]|件|人|名|回|社|円|団体|か所|箇所|施設|世帯|台|本|校|%|時間|ポイント|年度|kg|km)'

/** A letter or circle that looks like a digit, inside a number or in its place: `5O3件`, `1l件`, `5〇3件`. */
const LOOKS_LIKE: Record<string, string> = { O: '0', o: '0', 〇: '0', '○': '0', '◯': '0', l: '1', I: '1', '|': '1' }
const LOOK_ALIKE = new RegExp(
  `(?<![A-Za-z\\d〇○◯.,])(?=[\\d,OolI|〇○◯]*\\d)(?=[\\d,]*[OolI|〇○◯])[\\d,OolI|〇○◯]+(?=(?:\\.\\d+)?${COUNTED})`,
  'g',
)

/** Commas that part no thousands, `12,34件`; of one digit each they list numbers, `2,3人`. */
const COMMAS = new RegExp(`(?<![\\d.,])\\d+(?:,\\d+)+(?:\\.\\d+)?(?=${COUNTED})`, 'g')
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const LIST = /^\d(?:,\d)+$|^\d{1,2}0(?:,\d{1,2}0)+$/

/** `8、371億円`: a comma of a sentence where one of a number may be meant. */
const SENTENCE_COMMA = new RegExp(`(?<![\\d.,、])\\d{1,3}(?:[、・]\\d{3})+(?![\\d.])(?=${COUNTED})`, 'g')

/** Numbers of a text that nobody can read: with a look-alike for a digit, or with a comma out of place. */
export function numeralFindings(text: string): WordingFinding[] {
  const folded = foldWidth(text)
  const verbatim = (start: number, length: number) => text.slice(start, start + length)
  const alike = Array.from(folded.matchAll(LOOK_ALIKE), ({ index, 0: found }): WordingFinding => {
    const [letter = ''] = /[OolI|〇○◯]/.exec(found) ?? []
    const mended = mendLookAlikes(found)
    const says = `「${verbatim(index, found.length)}」の「${verbatim(index + found.indexOf(letter), 1)}」は数字ではありません。数字に直してください。`
    return { rule: 'body/number', start: index, says, ...(isWhole(mended) && { expected: mended }) }
  })
  const commas = Array.from(folded.matchAll(COMMAS), ({ index, 0: found }) => ({ index, found })).filter(
    ({ found }) => !THOUSANDS.test(found) && !LIST.test(found),
  )
  const doubtful = [
    ...commas,
    ...Array.from(folded.matchAll(SENTENCE_COMMA), ({ index, 0: found }) => ({ index, found })),
  ].map(({ index, found }): WordingFinding => {
    const [mark = ''] = /[,、・]/.exec(found) ?? []
    const says = `「${verbatim(index, found.length)}」は1つの数として読めません。1つの数なら3桁ごとの半角の「,」で区切り、別々の数なら、そのままで構いません（「${mark}」の場所を確かめてください）。`
    return { rule: 'body/number-doubtful', start: index, says }
  })
  return [...alike, ...doubtful]
}

/** A text with the look-alikes in its numbers mended, one character for one: `'5O3件'` → `'503件'`. */
export function mendNumerals(text: string): string {
  const folded = foldWidth(text)
  return Array.from(folded.matchAll(LOOK_ALIKE)).reduce(
    (mended, { index, 0: found }) =>
      mended.slice(0, index) + mendLookAlikes(found) + mended.slice(index + found.length),
    text,
  )
}

function mendLookAlikes(written: string): string {
  return Array.from(written, (character) => LOOKS_LIKE[character] ?? character).join('')
}

function isWhole(number: string): boolean {
  return /^\d+$/.test(number) || THOUSANDS.test(number)
}
