import type { Changes, ReportChanges } from '../compare/changes.ts'
import {
  type PageChanges,
  changedPages,
  figureTexts,
  isUnchanged,
  placeName,
  publishedLine,
  tallyChanges,
  uncorrectedLine,
} from '../compare/reporters/pages.ts'
import { markedParts } from '../compare/words.ts'
import type { Erratum } from '../report/errata.ts'
import { element } from '../search/page/elements.ts'

/** What an erratum says of a change. */
export type Corrected = Pick<Erratum, 'number' | 'result' | 'kind' | 'before' | 'after'>

/** Gives what stands beside a change of a published report: the way to record it; `null` where there is none. */
export type RecordChange = (report: string, change: Corrected) => Node | null

/** 直したところ: what differs from the site, in the words of `npm run changes`. */
export function drawChanges({ reports, unread }: Changes, record: RecordChange): HTMLElement[] {
  return [
    ...reports.filter((changes) => !isUnchanged(changes)).map((changes) => drawReport(changes, record)),
    ...unread.map((path) => element('p', {}, [`${path} は読めないので、比べていません。点検を見てください。`])),
  ]
}

function drawReport(changes: ReportChanges, record: RecordChange): HTMLElement {
  const { report, title, added, removed, outline, whole, uncorrected, published } = changes
  const said = publishedLine(changes)
  const isPublished = published.before !== null && whole === null
  const own: RecordChange = (year, change) => (isPublished && change.number !== '' ? record(year, change) : null)
  return element('section', { class: 'changes' }, [
    element('h3', {}, [`${report} ${title}`]),
    ...[said, tallyChanges(changes)].flatMap((line) => (line ? [element('p', {}, [line])] : [])),
    ...uncorrected.map((heading) => element('p', { class: 'warning' }, [`注意: ${uncorrectedLine(heading)}`])),
    ...list([
      ...added.map(({ number, title }) => `追加: ${number} ${title}`),
      ...removed.map(({ number, title }) => `削除: ${number} ${title}`),
      ...outline.map(
        ({ number, before, after }) => `見出し ${number || '全体'}: ${before ?? 'なし'} → ${after ?? 'なし'}`,
      ),
    ]),
    ...(whole === null ? changedPages(changes).map((page) => drawPage(report, page, own)) : []),
  ])
}

function drawPage(
  report: string,
  { number, title, movedFrom, renamedFrom, figures, numbers, sentences }: PageChanges,
  record: RecordChange,
): HTMLElement {
  const items = [
    ...(movedFrom === null ? [] : [element('li', {}, [`番号: ${movedFrom} → ${number}`])]),
    ...(renamedFrom === null
      ? []
      : [
          element('li', {}, [
            `題名: ${renamedFrom} → ${title}`,
            ...recordOf(record(report, { number, kind: '訂正', before: renamedFrom, after: title })),
          ]),
        ]),
    ...figures.map((figure) =>
      element('li', {}, [`数値「${figure.label}」${figure.year}: ${figureTexts(figure).join(' → ')}`]),
    ),
    ...numbers.map(({ resultId, before, after }) =>
      element('li', {}, [`${placeName(number, resultId)}の数: ${before ?? 'なし'} → ${after ?? 'なし'}`]),
    ),
    ...sentences.map((sentence) => {
      const { resultId, before, after } = sentence
      return element('li', {}, [
        `${placeName(number, resultId)}: `,
        element('span', { class: 'sentence' }, marked(before, after)),
        ...(sentence.isAim ? [] : recordOf(record(report, correctedOf(sentence)))),
      ])
    }),
  ]
  const name = [number, title].filter((part) => part !== '').join(' ')
  return element('section', {}, [element('h4', {}, [name]), element('ul', {}, items)])
}

const recordOf = (node: Node | null) => (node ? [' ', node] : [])

/** Of a sentence the lines that differ; one that is new is an addition, one that is gone an end, each of a result. */
function correctedOf({ number, resultId, ...sentence }: ReportChanges['sentences'][number]): Corrected {
  const [before, after] = differingLines(sentence.before, sentence.after)
  const kind = resultId === null || (before !== null && after !== null) ? '訂正' : before === null ? '追加' : '廃止'
  return {
    number,
    ...(resultId !== null && { result: resultId }),
    kind,
    ...(before !== null && { before }),
    ...(after !== null && { after }),
  }
}

/** Without the lines at the beginning and the end that both have. */
function differingLines(before: string | null, after: string | null): [string | null, string | null] {
  if (before === null || after === null) return [before, after]
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const most = Math.min(old.length, fresh.length) - 1
  let head = 0
  while (head < most && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const between = (lines: string[]) => lines.slice(head, lines.length - tail).join('\n')
  return [between(old), between(fresh)]
}

/** The words that are gone and those that are new, each once. */
function marked(before: string | null, after: string | null): (Node | string)[] {
  if (before === null) return [element('ins', {}, [after ?? '']), '（追加）']
  if (after === null) return [element('del', {}, [before]), '（削除）']
  return markedParts(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : element(kind === 'gone' ? 'del' : 'ins', {}, [text]),
  )
}

function list(lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return []
  return [
    element(
      'ul',
      {},
      lines.map((line) => element('li', {}, [line])),
    ),
  ]
}
