import { compareNaturally } from '../text/order.ts'

/** A file to choose, by the name that staff know it by. */
export interface FileChoice {
  path: string
  name: string
}

/** The files of one year, the report's own first; those of all years have the year `''`. */
export interface YearChoices {
  /** `r7` */
  year: string
  choices: FileChoice[]
}

/** In the order in which they are listed. */
const NAMES: Record<string, string> = {
  'report.md': '表紙と取りまとめの趣旨',
  'outline.yml': '目次',
  'summary.ja.md': 'やさしい日本語のまとめ',
  'summary.en.md': '英語のまとめ',
  'errata.yml': '正誤表',
  'corrections.yml': '原文との違い',
  'glossary.yml': '用語集',
  'words.yml': '暮らしの言葉',
  'spellings.yml': '書き方',
  'accessibility.yml': 'アクセシビリティの点検表',
}

const INITIATIVE = /^(r\d+)\/initiatives\/([^/]+)\.md$/

/** The files that staff edit, the newest year first; `titles` are those of initiatives, by path. */
export function choicesOf(titles: ReadonlyMap<string, string>): YearChoices[] {
  const choices = [...titles].flatMap(([path, title]) => {
    const name = nameOf(path, title)
    return name === null ? [] : [{ path, name }]
  })
  const years = Map.groupBy(choices, ({ path }) => /^(r\d+)\//.exec(path)?.[1] ?? '')
  return Array.from(years, ([year, own]) => ({ year, choices: own.sort(byPlace) })).sort((a, b) =>
    // `''` is behind all years.
    compareNaturally(b.year, a.year),
  )
}

/** What a file is called: `r7/initiatives/2-1-3-1.md` → `2-1-3-1 電子契約の促進`; `null` where staff do not edit it. */
export function nameOf(path: string, title: string): string | null {
  const [, , number] = INITIATIVE.exec(path) ?? []
  if (number) return `${number} ${title}`.trim()
  const [, file = ''] = /^(?:r\d+\/)?([^/]+)$/.exec(path) ?? []
  return NAMES[file] ?? null
}

/** The year and number of an initiative's file; `null` where it is another. */
export function initiativeOf(path: string): { year: string; number: string } | null {
  const [, year, number] = INITIATIVE.exec(path) ?? []
  return year && number ? { year, number } : null
}

/** The page that a file makes: `r7/initiatives/2-1-3-1.md` → `['r7', '2-1-3-1']`; `null` where it makes none of its own. */
export function pageOf(path: string): string[] | null {
  const initiative = initiativeOf(path)
  if (initiative) return [initiative.year, initiative.number]
  if (path === 'glossary.yml') return ['glossary']
  const [, year, file] = /^(r\d+)\/(report|outline|errata)\.(?:md|yml)$/.exec(path) ?? []
  return year ? [year, ...(file === 'errata' ? ['errata'] : [])] : null
}

function byPlace(a: FileChoice, b: FileChoice): number {
  const [own, other] = [placeOf(a), placeOf(b)]
  return own === other ? compareNaturally(a.path, b.path) : own - other
}

function placeOf({ path }: FileChoice): number {
  const at = Object.keys(NAMES).indexOf(path.slice(path.lastIndexOf('/') + 1))
  return at < 0 ? Infinity : at
}
