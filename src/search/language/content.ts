import { isFunctionWord } from './function-words.ts'

/** A part of a text that says what is looked for: offsets into the text, and the script it is written in. */
export interface Content {
  start: number
  end: number
  script: Script
}

export type Script = 'han' | 'katakana' | 'latin' | 'number' | 'hiragana'

const SCRIPTS: readonly [Script, RegExp][] = [
  ['han', /[\p{Script=Han}々]/u],
  ['katakana', /[ァ-ヺー]/],
  ['latin', /[a-zÀ-ɏ]/i],
  ['number', /\d/],
  ['hiragana', /[ぁ-ゖ]/],
]

/**
 * The content of a text in normal form, run by run of one script: `'若者の定着'` → `若者`, `定着`. `isKnown` tells words in
 * kana, which are runs of their own.
 */
export function contentOf(text: string, isKnown: (kana: string) => boolean = () => false): Content[] {
  const { isContent, starts } = markContent(text, isKnown)
  const runs: Content[] = []
  for (let i = 0; i < text.length; i++) {
    const script = isContent[i] === true ? scriptOf(text, i) : null
    if (script === null) continue
    const last = runs.at(-1)
    const goesOn = last && last.end === i && !starts.has(i) && (last.script === script || goesWith(last.script, script))
    if (goesOn) last.end = i + 1
    else runs.push({ start: i, end: i + 1, script })
  }
  // One kana alone is an ending that the list does not know.
  return runs.filter(({ start, end, script }) => end - start > 1 || script === 'han' || script === 'number')
}

/** `office365`, `r7`, `1.8`: letters with the digits that follow them are one word. */
const goesWith = (before: Script, script: Script) => before === 'latin' && script === 'number'

function scriptOf(text: string, at: number): Script | null {
  const character = text.charAt(at)
  const found = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? null
  if (found === null && /[.]/.test(character) && /\d\.\d/.test(text.slice(at - 1, at + 2))) return 'number'
  return found
}

/** What a character costs that no function word covers, and a function word: few and long ones are the likely reading. */
const UNKNOWN = 3
const WORD = 1
/** No word in kana is longer. */
const LONGEST = 12
const KANA_WORD = /^[ぁ-ん]{3,}$/

/**
 * Which characters are content. Kana between other scripts are read as function words as far as they can be: the reading
 * that leaves the fewest characters over, in the fewest words.
 */
function markContent(text: string, isKnown: (kana: string) => boolean): { isContent: boolean[]; starts: Set<number> } {
  const best: { cost: number; from: number; word: 'function' | 'known' | null }[] = [{ cost: 0, from: 0, word: null }]
  for (let end = 1; end <= text.length; end++) {
    const character = text.charAt(end - 1)
    // Other scripts are content unless a whole function word says otherwise.
    const isKana = /[ぁ-ゖ]/.test(character)
    let option: (typeof best)[number] = {
      cost: (best[end - 1]?.cost ?? 0) + (isKana ? UNKNOWN : WORD),
      from: end - 1,
      word: null,
    }
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const word = text.slice(start, end)
      const cost = (best[start]?.cost ?? 0) + WORD
      if (isFunctionWord(word) && standsAlone(text, start, end)) {
        if (cost <= option.cost) option = { cost, from: start, word: 'function' }
      } else if (cost < option.cost && KANA_WORD.test(word) && isKnown(word)) {
        option = { cost, from: start, word: 'known' }
      }
    }
    best.push(option)
  }
  const isContent = Array.from({ length: text.length }, () => true)
  const starts = new Set<number>()
  for (let end = text.length; end > 0;) {
    const { from, word } = best[end] ?? { from: end - 1, word: null }
    if (word === 'function') isContent.fill(false, from, end)
    if (word === 'known') starts.add(from).add(end)
    end = from
  }
  return { isContent, starts }
}

/** A function word in kanji or katakana is no part of a longer word: 今 is not in 今別町, nor 一覧 in 一覧性. */
function standsAlone(text: string, start: number, end: number): boolean {
  const same = (a: number, b: number) => {
    const [left, right] = [scriptOf(text, a), scriptOf(text, b)]
    return left !== null && left === right && (left === 'han' || left === 'katakana')
  }
  return !same(start - 1, start) && !same(end - 1, end)
}
