import { stringify } from 'csv-stringify/browser/esm/sync'
import { flatResults } from '../report/body.ts'
import { pointsOf } from '../report/figure.ts'
import type { OpenData, PublishedInitiative } from './open-data.ts'

/**
 * 表: the report as CSV for spreadsheets, in parts: the heading line, and the lines of each initiative by its number,
 * so that any choice of initiatives is a table by joining them. Lines end in CRLF (RFC 4180); a cell that a spreadsheet
 * would run as a formula gets a `'` in front (OWASP, CSV injection).
 */
export interface CsvTable {
  /** With the byte order mark without which Excel does not read a CSV file as UTF-8. */
  header: string
  lines: Record<string, string>
}

/** 実績: a line for each result and each note, with the address that the data give. */
export function resultsTable({ initiatives }: OpenData): CsvTable {
  const header = ['番号', '視点', '項目', '小項目', '取組', '実績の番号', '見出し', '実績', '再掲の元', 'アドレス']
  return table(header, initiatives, (initiative) => {
    const { number, title, viewpoint, section, subsection, url } = initiative
    const place = [number, viewpoint.title, section.title, subsection?.title ?? '', title]
    return [
      ...flatResults(initiative.results).map(({ id, group = '', text, relistedFrom = '' }) => [
        ...place,
        // `r1-2`: a spreadsheet would take `1-2` for a day.
        id,
        group,
        text,
        relistedFrom,
        `${url}#${id}`,
      ]),
      ...initiative.notes.map((note) => [...place, '注', '', note, '', url]),
    ]
  })
}

/** 数値: a line for each value of each figure, years as `R7` and as the calendar year in which they begin. */
export function figuresTable({ initiatives }: OpenData): CsvTable {
  const header = ['番号', '取組', '数値', '単位', '年度', '年度（西暦）', '値', '対前年度比', 'アドレス']
  return table(header, initiatives, ({ number, title, figures, url }) =>
    figures.flatMap((figure) =>
      pointsOf(figure).map(({ year, fiscalYear, value }) => [
        number,
        title,
        figure.label,
        figure.unit,
        year,
        fiscalYear,
        value,
        figure.changes?.[year] ?? '',
        url,
      ]),
    ),
  )
}

type Cell = string | number

const BOM = '\uFEFF'

function table(
  header: Cell[],
  initiatives: readonly PublishedInitiative[],
  rowsOf: (initiative: PublishedInitiative) => Cell[][],
): CsvTable {
  return {
    header: BOM + csv([header]),
    lines: Object.fromEntries(initiatives.map((initiative) => [initiative.number, csv(rowsOf(initiative))])),
  }
}

function csv(rows: Cell[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    // With CRLF as line end, a lone line feed would not be quoted, and would split the row.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    // A negative number begins with `-` but is not a formula.
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  })
}
