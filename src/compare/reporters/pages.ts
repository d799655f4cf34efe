import { formatNumber } from '../../text/format-number.ts'
import { compareNumbers } from '../../report/number.ts'
import type { Heading } from '../../report/report.ts'
import type { ReportChanges } from '../changes.ts'
import type { FigureChange } from '../figures.ts'

/** What changed on one page: of an initiative, or, with the number `''`, of the report's cover. */
export interface PageChanges {
  number: string
  title: string
  movedFrom: string | null
  renamedFrom: string | null
  figures: ReportChanges['figures']
  numbers: ReportChanges['numbers']
  sentences: ReportChanges['sentences']
}

/** The pages of a report that both states have and that changed, in report order. */
export function changedPages({ moved, renamed, figures, numbers, sentences, titles }: ReportChanges): PageChanges[] {
  const ofNumber = <T extends { number: string }>(list: readonly T[]) => Map.groupBy(list, ({ number }) => number)
  const [ofFigures, ofNumbers, ofSentences] = [ofNumber(figures), ofNumber(numbers), ofNumber(sentences)]
  const movedFrom = new Map(moved.map(({ from, to }) => [to, from]))
  const renamedFrom = new Map(renamed.map(({ number, before }) => [number, before]))
  const all = [ofFigures, ofNumbers, ofSentences, movedFrom, renamedFrom].flatMap((map) => [...map.keys()])
  return [...new Set(all)].sort(compareNumbers).map((number) => ({
    number,
    title: titles.get(number) ?? '表紙と趣旨',
    movedFrom: movedFrom.get(number) ?? null,
    renamedFrom: renamedFrom.get(number) ?? null,
    figures: ofFigures.get(number) ?? [],
    numbers: ofNumbers.get(number) ?? [],
    sentences: ofSentences.get(number) ?? [],
  }))
}

/** Whether a report has no change at all. */
export function isUnchanged(changes: ReportChanges): boolean {
  const { added, removed, outline, whole, published } = changes
  const lists = [added, removed, outline, changedPages(changes)]
  return whole === null && published.before === published.after && lists.every((list) => list.length === 0)
}

/** What changed in how many places: `追加 1、数値 2、文 1`; empty where nothing did. */
export function tallyChanges({
  added,
  removed,
  moved,
  renamed,
  figures,
  numbers,
  sentences,
  outline,
}: ReportChanges): string {
  const lists = {
    追加: added,
    削除: removed,
    番号: moved,
    題名: renamed,
    数値: figures,
    文の中の数: numbers,
    文: sentences,
    見出し: outline,
  }
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([name, { length }]) => `${name} ${length}`)
    .join('、')
}

/** `['523件', '532件']`; `なし` where there is none. */
export function figureTexts({ before, after, units }: FigureChange): [before: string, after: string] {
  const show = (value: number | null, unit: string | null) =>
    value === null ? 'なし' : `${value < 0 ? '△' : ''}${formatNumber(Math.abs(value))}${unit ?? ''}`
  return [show(before, units.before), show(after, units.after)]
}

/** `r1-2` → `実績1-2`; what is no result is `注や見出し`. */
export function placeName(number: string, resultId: string | null): string {
  if (number === '') return '表紙'
  return resultId === null ? '注・見出し・まとめ' : `実績${resultId.slice(1)}`
}

/** One sentence of what publishing changes; `null` where it changes nothing. */
export function publishedLine({ whole, published: { before, after } }: ReportChanges): string | null {
  if (whole === 'gone') return 'この年度のフォルダーがなくなります。'
  if (whole === 'new') return after === null ? '新しい年度です（準備中）。' : `新しい年度です（公表 ${after}）。`
  if (before === after) return null
  if (before === null) return `準備中だったこの報告書が公開されます（公表 ${after}）。`
  return after === null
    ? '公開されているこの報告書が準備中に戻ります。'
    : `公表した年月が変わります：${before} → ${after}`
}

/** What is said of an initiative whose published number changed with no erratum. */
export function uncorrectedLine({ number, title }: Heading): string {
  return `${number}「${title}」は、公表した数が変わりましたが、errata.yml に訂正がありません。`
}
