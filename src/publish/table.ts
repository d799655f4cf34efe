import type { PublishedInitiative } from './open-data.ts'

/** 表の列: what the header row, the page of the data, the Data Package and the tests say of one column. */
export interface Field {
  /** ASCII, as in the header row: `fiscal_year`. */
  name: string
  title: string
  description: string
  type: 'string' | 'integer' | 'number'
  /** What an empty cell means; `null` where no cell is empty. */
  blank: string | null
  /** Every value that can stand here, each with its meaning. */
  codes?: Readonly<Record<string, string>>
}

export type Cell = string | number

/** 表: a published table, one record a row. */
export interface Table {
  name: string
  title: string
  description: string
  fields: readonly Field[]
  /** The columns that tell each row from all others. */
  key: readonly string[]
  /** The rows of an initiative, each with a cell for each field. */
  rowsOf: (initiative: PublishedInitiative, origin: Origin) => Cell[][]
}

/** What every row tells of where it comes from. */
export interface Origin {
  /** 標準地域コード and name: `020001`, `青森県`. */
  area: { code: string; name: string }
  /** `r7` */
  report: string
  /** An address as data name it: in full where the site has an address, else the path. */
  urlOf: (path: string) => string
}

/** The columns that begin every table. */
export const ORIGIN_FIELDS: readonly Field[] = [
  {
    name: 'area_code',
    title: '地域コード',
    description: '標準地域コード（検査数字を含む6桁の文字）',
    type: 'string',
    blank: null,
  },
  { name: 'area_name', title: '地域の名前', description: '標準地域コードの正式な名前', type: 'string', blank: null },
  {
    name: 'report',
    title: '報告書',
    description: '報告書の年度。アドレスの中の書き方（r7 は令和7年度）',
    type: 'string',
    blank: null,
  },
]

/** The number of an initiative, the same in every table: the key by which they are joined. */
export const NUMBER_FIELD: Field = {
  name: 'number',
  title: '番号',
  description: '取組の番号。視点・項目・小項目・順を - でつないだ文字（日付ではありません）',
  type: 'string',
  blank: null,
}

export const TITLE_FIELD: Field = {
  name: 'title',
  title: '取組',
  description: '取組の名前。報告書のとおり',
  type: 'string',
  blank: null,
}

export const URL_FIELD: Field = {
  name: 'url',
  title: 'アドレス',
  description: 'もとの文のあるページ。サイトのアドレスが決まるまでは、/ で始まる道すじ',
  type: 'string',
  blank: null,
}

/** The cells of the first columns. */
export const originCells = ({ area, report }: Origin): Cell[] => [area.code, area.name, report]
