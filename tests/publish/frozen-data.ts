import { readReports } from '../../src/build/content.ts'
import { csvOf } from '../../src/publish/csv.ts'
import { openData } from '../../src/publish/open-data.ts'
import type { Origin, Table } from '../../src/publish/table.ts'
import { type ReportParts, assembleReport } from '../../src/report/report.ts'
import { frozenContent } from '../frozen-report.ts'

const [parts] = readReports(await frozenContent()).reports

/** The frozen report, and its data with addresses at `https://report.example`. */
export const report = assembleReport(parts as ReportParts)
export const data = openData(report, (number) => `/r7/${number === '' ? '' : `${number}/`}`)
export const origin: Origin = {
  area: { code: '020001', name: '青森県' },
  report: 'r7',
  urlOf: (path) => `https://report.example${path}`,
}

export const csvOfFrozen = (table: Table): string => csvOf(table, data.initiatives, origin)
