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

/** Dropped: white space, control and invisible format characters. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}]$/u
const WAVE = /^[〜∼]$/u
const DASH = /^[‐‑‒–—―−]$/u
/** A base character with the marks that NFKC composes with it: `か` + `゙`, `ｶ` + `ﾞ`. */
const CLUSTER = /[\s\S](?:[\p{M}\uff9e\uff9f]+)?/gu
const SINGLE = /[\s\S]/gu

/** The forms of a line or a query: the exact one first, the plain one where it differs; none for mere white space. */
export function formsOf(text: string): Form[] {
  const source = text.toWellFormed()
  const exact = joinNumbers(lengthen(units(source, CLUSTER)))
  const plain = units(source, SINGLE)
  return [exact, ...(textOf(plain) === textOf(exact) ? [] : [plain])].filter((form) => form.length > 0)
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
  return form.map(({ character }) => character).join('')
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

function units(source: string, cut: RegExp): Form {
  const form: Form = []
  for (const { 0: piece, index } of source.matchAll(cut)) {
    for (const character of piece.normalize('NFKC').toLowerCase()) {
      if (INVISIBLE.test(character)) continue
      const unified = WAVE.test(character) ? '~' : DASH.test(character) ? '-' : character
      form.push({ character: unified, start: index, end: index + piece.length })
    }
  }
  return form
}

/** A dash after katakana stands for the long vowel: `サ-バ-` → `サーバー`. */
function lengthen(form: Form): Form {
  return form.map((unit, i) =>
    unit.character === '-' && /^[ァ-ヺー]$/.test(form[i - 1]?.character ?? '') ? { ...unit, character: 'ー' } : unit,
  )
}

/** Leaves out the separators of a number: `8,371` → `8371`. A comma counts as one only before three digits. */
function joinNumbers(form: Form): Form {
  const digit = (i: number) => /^\d$/.test(form[i]?.character ?? '')
  return form.filter(
    ({ character }, i) =>
      !(character === ',' && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4)),
  )
}
