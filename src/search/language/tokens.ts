/**
 * The words of the index. Pagefind cuts texts at spaces and would normalise what it finds there (it strips the marks of
 * が, drops punctuation, cuts camelCase); so every character it could touch is written as a word of its own kind, and
 * two neighbouring characters make one word. Phrases of such words are exact: `「電子契約」` asks `電子 子契 契約`.
 *
 * Pairs, not single characters: a pair occurs far less often, so there is less to load and less to compare.
 */

/** Characters that Pagefind leaves as they are: kanji, kana without voicing marks, small letters and digits. */
const SAFE = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}a-wyz0-9]$/u

/** What each character is as a word, kept for the next time that it comes. */
const words = new Map<string, string>()

/** `'電'` → `'電'`, `'が'` → `'x0304c'`, `'、'` → `'x03001'`: of fixed length, so that two in a row stay readable. */
function word(character: string): string {
  const known = words.get(character)
  if (known !== undefined) return known
  const safe = SAFE.test(character) && character.normalize('NFD') === character
  const made = safe ? character : `x${(character.codePointAt(0) ?? 0).toString(16).padStart(5, '0')}`
  words.set(character, made)
  return made
}

/** Stands after the last character of a form, so that no phrase runs from one form into the next. */
const END = 'x00000'

/** A form as the index holds it, one word for each character: `'電子'` → `['電子', '子x00000']`. */
export function indexWords(form: string): string[] {
  const characters = Array.from(form, word)
  return characters.map((character, i) => character + (characters[i + 1] ?? END))
}

/** A query of two and more characters as a phrase: `'電子契'` → `'電子 子契'`. */
export function phraseOf(query: string): string {
  const characters = Array.from(query, word)
  return characters
    .slice(0, -1)
    .map((character, i) => character + (characters[i + 1] ?? ''))
    .join(' ')
}
