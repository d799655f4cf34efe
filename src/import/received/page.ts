/** How long the lines are that a converter broke, in columns or in characters; `null` where it broke none. */
export type Page = { lengthOf: (text: string) => number; longest: number; slack: number } | null

/** Fewer lines of one length than this may be so by chance. */
export const FEWEST = 3
/** So many of the lines that go on are long where a converter breaks lines between words. */
const MOST_ARE_LONG = 0.6

/** Finds the length at which lines were broken: `broken` are the lines that go on, `whole` all lines. */
export function measure(broken: readonly string[], whole: readonly string[]): Page {
  const measures = [
    { lengthOf: columns, width: 2 },
    { lengthOf: (text: string) => text.length, width: 1 },
  ]
  const pages = measures.flatMap(({ lengthOf, width }) => {
    const lengths = broken.map(lengthOf)
    const longest = Math.max(0, ...lengths)
    const within = (by: number) => lengths.filter((length) => length > longest - by).length
    // A line that is longer still was not broken.
    if (whole.some((text) => lengthOf(text) > longest + width * 2)) return []
    if (within(width) >= FEWEST) return [{ lengthOf, longest, slack: 0, count: within(width) }]
    const count = within(width * 4)
    const isEnough = count >= Math.max(FEWEST, lengths.length * MOST_ARE_LONG)
    return isEnough ? [{ lengthOf, longest, slack: width * 2, count: 0 }] : []
  })
  return pages.sort((a, b) => b.count - a.count)[0] ?? null
}

/** Whether the next word would not have fitted into the line. */
export function isFull(line: string, next: string, { lengthOf, longest, slack }: NonNullable<Page>): boolean {
  const [word = ''] = /^\s*(?:[!-~]+|.)[、。，．）)」』】]*/u.exec(next) ?? []
  return lengthOf(line.trimEnd()) + lengthOf(word.trim()) + slack > longest
}

/** A text's width in half-width characters. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\0-\u00ff｡-ﾟ]/.test(character) ? 1 : 2), 0)
}
