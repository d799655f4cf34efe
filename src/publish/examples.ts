import type { Report } from '../report/report.ts'
import type { Table } from './table.ts'
import { FIGURES } from './tables.ts'

/** A way to read a year's data, to be copied. */
export interface Example {
  title: string
  /** What must be there first, and what it gives. */
  says: string
  code: string
}

/** Reads the values of one initiative's figures in each language; `urlOf` gives a published file's address. */
export function examplesOf(
  report: Pick<Report, 'initiatives'>,
  urlOf: (name: string) => string,
): Record<'sheet' | 'python' | 'r' | 'javascript' | 'curl', Example> {
  const shown = report.initiatives.find(({ figures }) => figures.length > 0) ?? report.initiatives[0]
  const number = shown?.number ?? ''
  const column = (name: string) => `${columnOf(FIGURES, name)}2:${columnOf(FIGURES, name)}9999`
  return {
    sheet: {
      title: '表計算ソフト',
      says: `figures.csv を開いたシートで、取組 ${number} の年度、値、単位を並べる式です。`,
      code: `=FILTER(${columnOf(FIGURES, 'fiscal_year')}2:${columnOf(FIGURES, 'unit')}9999,(${column('number')}="${number}")*(${column('measure')}="value"))`,
    },
    python: {
      title: 'Python',
      says: 'figures.csv を保存したフォルダーで動かします。標準のライブラリだけを使います。',
      code: `import csv

with open("figures.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        if row["number"] == "${number}" and row["measure"] == "value":
            print(row["fiscal_year"], row["label"], float(row["value"]), row["unit"])`,
    },
    r: {
      title: 'R',
      says: 'figures.csv を保存したフォルダーで動かします。番号と地域コードは文字として読みます。',
      code: `figures <- read.csv("figures.csv", fileEncoding = "UTF-8-BOM",
                    colClasses = c(area_code = "character", number = "character"))
subset(figures, number == "${number}" & measure == "value", c(fiscal_year, label, value, unit))`,
    },
    javascript: {
      title: 'JavaScript',
      says: 'ブラウザーでも Node.js でも動きます。',
      code: `const response = await fetch('${urlOf('initiatives.json')}')
const { initiatives } = await response.json()
for (const { label, unit, values } of initiatives.find(({ number }) => number === '${number}').figures) {
  for (const [year, value] of Object.entries(values)) console.log(year, label, value, unit)
}`,
    },
    curl: {
      title: 'curl',
      says: '表を保存し、欠けていないことを SHA-256 で確かめます。',
      code: `curl --fail --output figures.csv '${urlOf('figures.csv')}'
sha256sum figures.csv`,
    },
  }
}

/** The letter of a column in a spreadsheet: the first is `A`. No table has more than 26. */
function columnOf({ fields }: Table, name: string): string {
  return String.fromCodePoint(0x41 + fields.findIndex((field) => field.name === name))
}
