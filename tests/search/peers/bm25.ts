import type { OpenData } from '../../../src/publish/open-data.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import type { Answer } from '../score.ts'

/** How soon more of the same pair counts for less, and how much a long text counts for less: the usual values. */
const SATURATION = 1.2
const LENGTH = 0.75

/**
 * A plain search as a yardstick: BM25 over every two neighbouring characters of an initiative's headings and lines. Any
 * pair of the query is enough to be found.
 */
export function bm25({ initiatives }: OpenData): Answer {
  const texts = initiatives.map((initiative) => {
    const { number, viewpoint, section, subsection } = initiative
    const headings = [viewpoint, section, subsection].flatMap((heading) => heading?.title ?? [])
    const counts = new Map<string, number>()
    for (const text of [...headings, ...linesOf(initiative).map((line) => line.text)]) {
      for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    return { number, counts, length: sum(counts.values()) }
  })
  const meanLength = sum(texts.map(({ length }) => length)) / texts.length
  const rarity = (pair: string) => {
    const holders = texts.filter(({ counts }) => counts.has(pair)).length
    return Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5))
  }
  return (query) => {
    const asked = [...new Set(pairsOf(query))].map((pair) => ({ pair, weight: rarity(pair) }))
    return texts
      .map(({ number, counts, length }) => {
        const longer = SATURATION * (1 - LENGTH + (LENGTH * length) / meanLength)
        const points = asked.map(({ pair, weight }) => {
          const count = counts.get(pair) ?? 0
          return (weight * count * (SATURATION + 1)) / (count + longer)
        })
        return { number, points: sum(points) }
      })
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .map(({ number }) => number)
  }
}

/** `'Ｄ X推進'` → `['dx', 'x推', '推進']`. */
function pairsOf(text: string): string[] {
  const characters = [...text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')]
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
