/**
 * 番号: the place of anything in the report, as text: `2` (視点), `2-1` (項目), `2-1-3` (小項目), `2-1-3-1` (取組).
 * A section without subsections holds its initiatives directly, so `2-3-1` is an initiative there;
 * only the outline tells the two apart.
 */

const FORM = /^[1-9]\d?(?:-[1-9]\d?){0,3}$/

/** The counting parts: `'2-1-3-1'` → `[2, 1, 3, 1]`; `null` for anything that is not a number (`2-01`, `２-1`, `2-1-`). */
export function parseNumber(text: string): number[] | null {
  return FORM.test(text) ? text.split('-').map(Number) : null
}

/** Whether the text has the form of an initiative's number: three or four parts. */
export function isInitiativeNumber(text: string): boolean {
  const depth = parseNumber(text)?.length
  return depth === 3 || depth === 4
}

/** `'2-1-3-1'` → `'2-1-3'`; `'2'` → `''`, the report itself. */
export function parentOf(number: string): string {
  return number.slice(0, Math.max(0, number.lastIndexOf('-')))
}

/** The last part: `'2-1-3-1'` → `1`. */
export function orderOf(number: string): number {
  return Number(number.slice(number.lastIndexOf('-') + 1))
}

/** The number of the n-th child: `('2-1', 3)` → `'2-1-3'`, `('', 2)` → `'2'`. */
export function childNumber(parent: string, order: number): string {
  return parent === '' ? String(order) : `${parent}-${order}`
}

/** Whether a number is that of something below the heading: `2-1-3-1` below `2-1`, not below `2-10`. */
export function isBelow(number: string, heading: string): boolean {
  return number.startsWith(`${heading}-`)
}

/** The number of the heading at a depth above: `('2-1-3-1', 2)` → `'2-1'`. */
export function ancestorOf(number: string, depth: number): string {
  return number.split('-').slice(0, depth).join('-')
}

/** The numbers of everything above, from the viewpoint down: `'2-1-3-1'` → `['2', '2-1', '2-1-3']`. */
export function ancestorsOf(number: string): string[] {
  const parts = number.split('-')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('-'))
}

/** Report order: by value part by part, a parent before its children. For `Array.sort`. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('-').map(Number)
  const right = b.split('-').map(Number)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** ①…⑳ ㉑…㉟ ㊱…㊿, in order: the glyphs of the third level. */
const CIRCLED = [
  ...Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x2460 + i)),
  ...Array.from({ length: 15 }, (_, i) => String.fromCodePoint(0x3251 + i)),
  ...Array.from({ length: 15 }, (_, i) => String.fromCodePoint(0x32b1 + i)),
]

/** `3` → `③`; beyond 50, where there is no such glyph, `(51)`. */
export function circled(order: number): string {
  return CIRCLED[order - 1] ?? `(${order})`
}

/** `③` → `3`; `null` for any other character. */
export function fromCircled(glyph: string): number | null {
  const index = CIRCLED.indexOf(glyph)
  return index < 0 ? null : index + 1
}

/** ⑴…⒇, in order: how word processors write the second level in one character. */
export const BRACKETED_GLYPHS = Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x2474 + i)).join('')

/** `③` and `⑶` → `3`; `null` for any other character. */
export function orderOfGlyph(glyph: string): number | null {
  const bracketed = glyph === '' ? -1 : BRACKETED_GLYPHS.indexOf(glyph)
  return bracketed < 0 ? fromCircled(glyph) : bracketed + 1
}

/** The glyphs of every level, for patterns: a title must not begin with one of them. */
export const INITIATIVE_GLYPH = '○'
export const RESULT_GLYPH = '・'
export const CIRCLED_GLYPHS = CIRCLED.join('')

/** The official label of a heading: `2` → `2`, `2-1` → `(1)`, `2-1-3` → `③`. */
export function headingLabel(number: string): string {
  const order = orderOf(number)
  const depth = parseNumber(number)?.length
  return depth === 1 ? String(order) : depth === 2 ? `(${order})` : circled(order)
}

/** The official number of a heading in full: `2-1-3` → `2-(1)-③`. */
export function officialNumber(number: string): string {
  const parts = number.split('-')
  return parts.map((_, i) => headingLabel(parts.slice(0, i + 1).join('-'))).join('-')
}
