import { timelineOf } from '../report/timeline.ts'
import type { Report } from '../report/report.ts'
import { writeWhole } from '../import/whole.ts'
import { calendarOf } from './calendar.ts'
import { csvOf } from './csv.ts'
import { dataPackageOf } from './data-package.ts'
import type { OpenData } from './open-data.ts'
import type { Origin, Table } from './table.ts'
import { FIGURES, INITIATIVES, RESULTS } from './tables.ts'
import type { WordText } from './word.ts'

/** 公表ファイル: a file of a year that others take, `/r7/results.csv`. */
export interface PublishedFile {
  name: string
  title: string
  description: string
  mediaType: string
  /** The table that it holds, whose columns the page of the data explains. */
  table?: Table
  /** Whether it holds the whole report as one text, which a report that is too heavy for one page has not. */
  isWhole?: true
  /** `null` where the build prints it from the pages. */
  make: ((source: Source) => string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>) | null
}

/** What the files of a year are made from. */
export interface Source {
  report: Report
  data: OpenData
  origin: Origin
  publisher: Publisher
  /** A file of the report's folder as it stands there: `initiatives/2-1-3-1.md`. */
  textOf: (path: string) => string
  /** The same files, made: for those that tell of others. */
  made: (name: string) => Promise<MadeFile>
  word: () => WordText
  /** A result's full address; `null` while the site has none. */
  addressOf: (number: string, resultId: string) => string | null
}

/** Who publishes, and on which terms. */
export interface Publisher {
  name: string
  /** What its reports tell of. */
  subject: string
  /** The home page. */
  url: string
  /** `null` until it is decided. */
  licence: { name: string; url: string } | null
}

/** Since when a year's files say what they say: the day of the last erratum, else the month of publication; `null` of a draft. */
export function updatedOf({ published, errata }: Pick<Report, 'published' | 'errata'>): string | null {
  const days = errata.map(({ date }) => date).sort()
  return days.at(-1) ?? published ?? null
}

/** A published file's bytes, and what tells whether a copy is whole. */
export interface MadeFile {
  bytes: Uint8Array<ArrayBuffer>
  /** In hexadecimal. */
  sha256: string
}

const csv = (table: Table): PublishedFile => ({
  name: `${table.name}.csv`,
  title: `${table.title}（CSV）`,
  description: table.description,
  mediaType: 'text/csv',
  table,
  make: ({ data, origin }) => csvOf(table, data.initiatives, origin),
})

/** Everything that is published of a year, in the order in which its page of data lists it. */
export const PUBLISHED: readonly PublishedFile[] = [
  csv(INITIATIVES),
  csv(RESULTS),
  csv(FIGURES),
  {
    name: 'initiatives.json',
    title: '報告書のデータ（JSON）',
    description: '視点、項目、取組、実績、注、数値を、報告書の順に。形は JSON Schema で決めている',
    mediaType: 'application/json',
    make: ({ data }) => JSON.stringify(data),
  },
  {
    name: 'datapackage.json',
    title: 'データの説明書（Data Package）',
    description: '上のファイルの列の意味、型、大きさ、SHA-256 を、機械が読める形で',
    mediaType: 'application/json',
    make: dataPackageOf,
  },
  {
    name: 'report.md',
    title: '報告書の全文（Markdown）',
    description: '原稿を1つにまとめた文書。取り込むと、もとのファイルに戻る',
    mediaType: 'text/markdown',
    make: ({ report, textOf }) =>
      writeWhole(
        {
          cover: report,
          outline: { title: report.outlineTitle, viewpoints: report.viewpoints },
          initiatives: report.initiatives,
        },
        textOf,
      ),
  },
  {
    name: 'report.docx',
    title: '報告書の全文（Word）',
    description: '見出し、目次、数値の表のある文書',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isWhole: true,
    // Loaded where a Word file is made: it takes its time.
    make: async ({ word }) => (await import('./word.ts')).wordOf(word()),
  },
  {
    name: 'report.pdf',
    title: '報告書の全文（PDF）',
    description: 'A4 で印刷したもの',
    mediaType: 'application/pdf',
    isWhole: true,
    make: null,
  },
  {
    name: 'timeline.ics',
    title: '今後の予定（カレンダー）',
    description: '報告書に書かれた予定を、カレンダーに取り込む形で',
    mediaType: 'text/calendar',
    make: ({ report, addressOf }) =>
      calendarOf(report, timelineOf(report), ({ initiative, resultId }) => addressOf(initiative.number, resultId)),
  },
]
