/** More words than anyone reads only cost time to compare with. */
const MOST_WORDS = 4000

/** A run of one script: kanji, katakana, letters. */
export const RUN = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z]{2,}[A-Za-z0-9]*/gu

/** The words of texts, the most frequent first: `'公金収納のキャッシュレス化'` → `['公金収納', 'キャッシュレス']`. */
export function wordsOf(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const [run] of text.normalize('NFKC').matchAll(RUN)) counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([run]) => run)
}
