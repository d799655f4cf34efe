/**
 * The one normal form of search: index, query, check and marks all read texts through this file.
 *
 * A line has an exact form (`8,371億円` → `8371億円`, `ＤＸ` → `dx`). Where that form depends on a character's neighbours,
 * a cut text would come out otherwise than the whole (`,371`), so such a line also has a plain form, made character by
 * character. A query is contained in a line when one of its forms is part of one of the line's: so every substring of
 * a line, wherever it was cut, is contained in it.
 */

/** One character of a form, and where in the source it came from (UTF-16 offsets). */
export interface Unit {
  character: string
  start: number
  end: number
}

/** A normal form, character by character. */
export type Form = Unit[]

/** Dropped: white space, control and invisible format characters, and what chooses one of a character's shapes. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]$/u
const WAVE = /^[〜∼]$/u
const DASH = /^[‐‑‒–—―−]$/u
/** A mark that NFKC composes with the character before it: `゙` in `か` + `゙`, `ﾞ` in `ｶ` + `ﾞ`. */
const MARK = /[\p{M}\uff9e\uff9f]/u
const CLUSTER = /[\s\S](?:[\p{M}\uff9e\uff9f]+)?/gu

/** The forms of a line or a query: the exact one first, the plain one where it differs; none for mere white space. */
export function formsOf(text: string): Form[] {
  const source = text.toWellFormed()
  const plain = unitsOf(source)
  const exact = joinNumbers(lengthen(MARK.test(source) ? unitsOf(source.match(CLUSTER) ?? []) : plain))
  const forms = exact === plain || textOf(exact) === textOf(plain) ? [exact] : [exact, plain]
  return forms.filter((form) => form.length > 0)
}

/** The forms as strings: `'8,371'` → `['8371', '8,371']`. */
export function normalise(text: string): string[] {
  return formsOf(text).map(textOf)
}

/** Whether a line contains a query. The truth that every answer of the search is held to. */
export function contains(line: string, query: string): boolean {
  const asked = normalise(query)
  return normalise(line).some((form) => asked.some((part) => form.includes(part)))
}

export function textOf(form: Form): string {
  let text = ''
  for (const { character } of form) text += character
  return text
}

/** Where a query stands in a form, as ranges of the source text. */
export function findIn(form: Form, query: string): [start: number, end: number][] {
  const wanted = [...query]
  const found: [number, number][] = []
  if (wanted.length === 0) return found
  for (let i = 0; i + wanted.length <= form.length; i++) {
    if (!wanted.every((character, k) => form[i + k]?.character === character)) continue
    found.push([form[i]?.start ?? 0, form[i + wanted.length - 1]?.end ?? 0])
    i += wanted.length - 1
  }
  return found
}

/** The units of a text that is cut into pieces. */
function unitsOf(pieces: Iterable<string>): Form {
  const form: Form = []
  let start = 0
  for (const piece of pieces) {
    const end = start + piece.length
    for (const character of unify(piece)) form.push({ character, start, end })
    start = end
  }
  return form
}

/** Texts use the same characters again and again, so what each one becomes is kept: an index of 10,000 is made in a sixth of the time. */
const unified = new Map<string, readonly string[]>()

/** `'Ａ'` → `['a']`, `'㈱'` → `['(', '株', ')']`, `' '` → `[]`. */
function unify(piece: string): readonly string[] {
  const known = unified.get(piece)
  if (known) return known
  const characters: string[] = []
  for (const character of piece.normalize('NFKC').toLowerCase()) {
    if (INVISIBLE.test(character)) continue
    characters.push(WAVE.test(character) ? '~' : DASH.test(character) ? '-' : character)
  }
  // Of characters there are not many, of marks in a row there may be any number.
  if (piece.length <= 2) unified.set(piece, characters)
  return characters
}

const has = (form: Form, character: string) => form.some((unit) => unit.character === character)

/** A dash after katakana stands for the long vowel: `サ-バ-` → `サーバー`. */
function lengthen(form: Form): Form {
  if (!has(form, '-')) return form
  return form.map((unit, i) =>
    unit.character === '-' && /^[ァ-ヺー]$/.test(form[i - 1]?.character ?? '') ? { ...unit, character: 'ー' } : unit,
  )
}

/** Leaves out the separators of a number: `8,371` → `8371`. A comma counts as one only before three digits. */
function joinNumbers(form: Form): Form {
  if (!has(form, ',')) return form
  const digit = (i: number) => /^\d$/.test(form[i]?.character ?? '')
  return form.filter(
    ({ character }, i) =>
      !(character === ',' && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4)),
  )
}
