import { flatResults } from '../report/body.ts'
import { pointsOf } from '../report/figure.ts'
import type { PublishedInitiative } from './open-data.ts'
import { type Cell, NUMBER_FIELD, ORIGIN_FIELDS, type Table, TITLE_FIELD, URL_FIELD, originCells } from './table.ts'

/** 取組の表: a row for each initiative, with its place in the report. */
export const INITIATIVES: Table = {
  name: 'initiatives',
  title: '取組の表',
  description: '取組ごとに1行。視点、項目、小項目の番号と名前、実績の数',
  fields: [
    ...ORIGIN_FIELDS,
    NUMBER_FIELD,
    text('viewpoint_number', '視点の番号', '視点の番号（2）'),
    text('viewpoint_title', '視点', '視点の名前。報告書のとおり'),
    text('section_number', '項目の番号', '項目の番号（2-1）'),
    text('section_title', '項目', '項目の名前。報告書のとおり'),
    text('subsection_number', '小項目の番号', '小項目の番号（2-1-3）', '小項目のない項目の取組'),
    text('subsection_title', '小項目', '小項目の名前。報告書のとおり', '小項目のない項目の取組'),
    TITLE_FIELD,
    { name: 'results', title: '実績の数', description: '実績の数。内訳も1つと数える', type: 'integer', blank: null },
    URL_FIELD,
  ],
  key: ['report', 'number'],
  rowsOf: (initiative, origin) => {
    const { number, viewpoint, section, subsection, title, results, url } = initiative
    const headings = [viewpoint, section, subsection].flatMap((heading) => [
      heading?.number ?? '',
      heading?.title ?? '',
    ])
    return [[...originCells(origin), number, ...headings, title, flatResults(results).length, origin.urlOf(url)]]
  },
}

/** 実績の表: a row for each line of each result, note and group heading, in reading order. */
export const RESULTS: Table = {
  name: 'results',
  title: '実績の表',
  description: '実績の文を1行ずつ。2行の実績は2行になり、line で数える。注と、実績の組の見出しも、行として入る',
  fields: [
    ...ORIGIN_FIELDS,
    NUMBER_FIELD,
    TITLE_FIELD,
    text('result_id', '実績の番号', '実績はページの中の番号（r1、内訳は r1-2）、注は n1、組の見出しは g1 からの順'),
    { name: 'line', title: '行', description: '実績の中の何行目か（1から）', type: 'integer', blank: null },
    {
      name: 'type',
      title: '種類',
      description: '行の種類',
      type: 'string',
      blank: null,
      codes: {
        result: '実績',
        note: '注（※ や脚注、実績に属さない段落）',
        group: '後に続く実績の組の見出し（【道路関係】）',
      },
    },
    text('text', '文', '報告書のとおりの文。書式のための記号（・）は付けない', '空の行'),
    text('relisted_from', '再掲の元', '再掲のとき、元の取組の番号', '再掲でない行'),
    URL_FIELD,
  ],
  key: ['report', 'number', 'result_id', 'line'],
  rowsOf: (initiative, origin) => {
    const start = [...originCells(origin), initiative.number, initiative.title]
    return linesOf(initiative).flatMap(({ id, type, text: whole, relistedFrom, url }) =>
      whole.split('\n').map((line, i): Cell[] => [...start, id, i + 1, type, line, relistedFrom, origin.urlOf(url)]),
    )
  },
}

/** 数値の表: a row for each value of each figure, and for each change on the year that the text tells. */
export const FIGURES: Table = {
  name: 'figures',
  title: '数値の表',
  description: '報告書の文にある数値を、1つの値ごとに1行（縦持ち）',
  fields: [
    ...ORIGIN_FIELDS,
    NUMBER_FIELD,
    TITLE_FIELD,
    text('label', '数値の名前', '何の数値か'),
    {
      name: 'measure',
      title: '値の種類',
      description: '値そのものか、前の年度との差か',
      type: 'string',
      blank: null,
      codes: { value: '値', change: '対前年度比（前の年度との差。減は負の数）' },
    },
    {
      name: 'fiscal_year',
      title: '年度（西暦）',
      description: '年度の始まる西暦の年。2025 は2025年4月から2026年3月まで',
      type: 'integer',
      blank: null,
    },
    text('fiscal_year_label', '年度（和暦）', '報告書の書き方の年度（R7 は令和7年度）'),
    {
      name: 'value',
      title: '値',
      description: '数だけ（単位も区切りも付けない）。0 は報告書に 0 とある値で、値のない年度には行がない',
      type: 'number',
      blank: null,
    },
    text('unit', '単位', '値の単位。報告書の文のとおり（件、億円）'),
    URL_FIELD,
  ],
  key: ['report', 'number', 'label', 'measure', 'fiscal_year'],
  rowsOf: ({ number, title, figures, url }, origin) =>
    figures.flatMap((figure) =>
      pointsOf({ ...figure, values: { ...figure.changes, ...figure.values } }).flatMap(({ year, fiscalYear }) => {
        const row = (measure: string, value: number | undefined): Cell[][] =>
          value === undefined
            ? []
            : [
                [
                  ...originCells(origin),
                  number,
                  title,
                  figure.label,
                  measure,
                  fiscalYear,
                  year,
                  value,
                  figure.unit,
                  origin.urlOf(url),
                ],
              ]
        return [...row('value', figure.values[year]), ...row('change', figure.changes?.[year])]
      }),
    ),
}

export const TABLES = [INITIATIVES, RESULTS, FIGURES] as const

function text(name: string, title: string, description: string, blank: string | null = null) {
  return { name, title, description, type: 'string' as const, blank }
}

interface Lines {
  id: string
  type: 'result' | 'note' | 'group'
  text: string
  relistedFrom: string
  url: string
}

/** What stands in an initiative, from top to bottom; a group's heading before the first of its results. */
function linesOf({ results, notes, url }: PublishedInitiative): Lines[] {
  const lines: Lines[] = []
  let group: string | undefined
  let groups = 0
  for (const result of results) {
    if (result.group && result.group !== group)
      lines.push({ id: `g${++groups}`, type: 'group', text: result.group, relistedFrom: '', url })
    group = result.group
    for (const { id, text, relistedFrom = '' } of flatResults([result]))
      lines.push({ id, type: 'result', text, relistedFrom, url: `${url}#${id}` })
  }
  notes.forEach((text, i) => lines.push({ id: `n${i + 1}`, type: 'note', text, relistedFrom: '', url }))
  return lines
}
