/**
 * A text after an edit that knew only `\n` line ends and no byte order mark: what was not touched stays as it stood, and
 * what is new takes the line ends of the text. `('a\r\nb', 'a\nc\nd')` → `'a\r\nc\r\nd'`.
 */
export function carryEdit(before: string, edited: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  const old = before.slice(mark.length)
  const shown = withoutCarriageReturns(old)
  if (shown === edited) return before
  const most = Math.min(shown.length, edited.length)
  let head = 0
  while (head < most && shown[head] === edited[head]) head++
  let tail = 0
  while (tail < most - head && shown.at(-1 - tail) === edited.at(-1 - tail)) tail++
  const middle = edited.slice(head, edited.length - tail)
  const start = placeIn(old, head)
  const end = placeIn(old, shown.length - tail)
  const lineEnd = old.includes('\r') ? '\r\n' : '\n'
  const carried = old.slice(0, start) + middle.replaceAll('\n', lineEnd) + old.slice(end)
  // A lone `\r` and a `\n` that come together would be one line end.
  return mark + (withoutCarriageReturns(carried) === edited ? carried : edited.replaceAll('\n', lineEnd))
}

/** A text as an edit knows it: `\n` line ends, no byte order mark. */
export function editable(text: string): string {
  return withoutCarriageReturns(text.replace(/^\uFEFF/, ''))
}

/** A field for text knows only one line end: a lone `\r` is one to it, too. */
function withoutCarriageReturns(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** Where the character stands in a text that is the `n`-th one when `\r\n` counts as one. */
function placeIn(text: string, n: number): number {
  let place = 0
  for (let counted = 0; counted < n; counted++) place += text.startsWith('\r\n', place) ? 2 : 1
  return place
}
