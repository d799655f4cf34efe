import type { Finding, Place } from '../../text/finding.ts'
import { RECEIVED_FILE, YEAR_FILES } from '../../report/content-files.ts'
import { isInitiativeNumber } from '../../report/number.ts'
import { SUMMARY_LANGUAGES, type SummaryLanguage, summaryFile } from '../../report/summary.ts'
import type { SourceFile } from '../../text/source-file.ts'
import { finding } from '../catalogue.ts'
import { checkSize } from './size.ts'

/** The files of one report's folder. */
export interface YearFolder {
  /** `r7` */
  name: string
  /** Paths from the content folder; `undefined` where the file is missing. */
  outline: SourceFile | undefined
  report: SourceFile | undefined
  corrections: SourceFile | undefined
  errata: SourceFile | undefined
  /** The document as received. */
  source: SourceFile | undefined
  /** What staff wrote of the whole report. */
  summaries: { lang: SummaryLanguage; file: SourceFile }[]
  /** Markdown files of `initiatives/`. */
  initiatives: SourceFile[]
  /** Where initiatives belong that lie elsewhere in the folder: told of once, they are not missed again. */
  astray: string[]
}

/** What the content folder holds. */
export interface Folders {
  years: YearFolder[]
  glossary: SourceFile | undefined
  /** words.yml */
  words: SourceFile | undefined
  /** Files that are missing, too big or in no place. */
  findings: Finding[]
}

/** Sorts the content folder's files into its reports. */
export function checkFolders(files: readonly SourceFile[]): Folders {
  const findings: Finding[] = []
  const years: YearFolder[] = []
  const folders = Map.groupBy(
    files.filter(({ path }) => path.includes('/')),
    ({ path }) => path.slice(0, path.indexOf('/')),
  )
  for (const [name, inside] of folders) {
    const isReport = inside.some(({ path }) => /^[^/]+\/(?:outline\.yml|report\.md|initiatives\/.*)$/.test(path))
    if (/^r[1-9]\d?$/.test(name)) {
      const { year, findings: found } = checkYear(name, inside)
      years.push(year)
      findings.push(...found)
    } else if (isReport) {
      const says = `フォルダー「${name}」は年度の名前ではないので、読まれません。`
      findings.push(finding('files/year-folder', top(name), says, { expected: 'r7 の形（小文字の r と年度の数字）' }))
    }
  }
  for (const { path } of files) {
    if (!path.includes('/') && isInitiativeName(path)) findings.push(strayInitiative(path, 'r7/initiatives/'))
  }
  if (years.length === 0 && findings.length === 0) {
    const says = '年度のフォルダーがありません。フォルダーの場所を確かめてください。'
    findings.push(finding('files/no-year', top('.'), says, { expected: 'r7 のような名前のフォルダー' }))
  }
  const glossary = files.find(({ path }) => path === 'glossary.yml')
  const words = files.find(({ path }) => path === 'words.yml')
  const read = years.flatMap(({ outline, report, corrections, errata, source, summaries, initiatives }) => [
    outline,
    report,
    corrections,
    errata,
    source,
    ...summaries.map(({ file }) => file),
    ...initiatives,
  ])
  return { years, glossary, words, findings: [...findings, ...[glossary, words, ...read].flatMap(checkSize)] }
}

function checkYear(name: string, files: readonly SourceFile[]): { year: YearFolder; findings: Finding[] } {
  const at = (file: string) => files.find(({ path }) => path === `${name}/${file}`)
  const findings: Finding[] = []
  const initiatives: SourceFile[] = []
  const astray = new Map<SourceFile, string>()
  for (const file of files) {
    const [, folder = '', ...rest] = file.path.split('/')
    if (folder === 'initiatives' && rest.length === 1) {
      if (!/\.md$/i.test(file.path)) findings.push(stray(file))
      else {
        initiatives.push(file)
        if (!file.path.endsWith('.md')) findings.push(upperCase(file.path))
      }
      continue
    }
    const home = `initiatives/${file.path.slice(file.path.lastIndexOf('/') + 1)}`
    if (isInitiativeName(file.path) && !(folder === 'initiatives' && at(home))) astray.set(file, `${name}/${home}`)
    else if (folder === 'initiatives') findings.push(stray(file))
    else if (rest.length > 0 || !YEAR_FILES.includes(folder)) findings.push(unknown(file, at))
  }
  // A folder of another name with all initiatives is one mistake.
  for (const files of Map.groupBy(astray.keys(), ({ path }) => path.slice(0, path.lastIndexOf('/'))).values()) {
    const [first, ...rest] = files
    if (first) findings.push(strayInitiative(first.path, `${name}/initiatives/`, rest.length))
  }
  const year = {
    name,
    outline: at('outline.yml'),
    report: at('report.md'),
    corrections: at('corrections.yml'),
    errata: at('errata.yml'),
    source: at(RECEIVED_FILE),
    summaries: SUMMARY_LANGUAGES.flatMap((lang) => {
      const file = at(summaryFile(lang))
      return file ? { lang, file } : []
    }),
    initiatives,
    astray: [...new Set(astray.values())].filter((path) => !initiatives.some((file) => file.path === path)),
  }
  const says = 'このファイルがありません。ほかの年度のものを手本に書いてください。'
  for (const [file, present] of [
    ['outline.yml', year.outline],
    ['report.md', year.report],
  ] as const) {
    if (!present && !findings.some(({ expected }) => expected === `${name}/${file}`)) {
      findings.push(finding('files/missing', top(`${name}/${file}`), says, { expected: `${name}/${file}` }))
    }
  }
  if (initiatives.length === 0 && astray.size === 0) {
    const none = '取組のファイルが1つもありません。'
    findings.push(
      finding('files/missing', top(`${name}/initiatives`), none, { expected: `${name}/initiatives/1-1-1-1.md など` }),
    )
  }
  return { year, findings }
}

function stray({ path }: SourceFile): Finding {
  const says = 'initiatives フォルダーに、取組でないファイルがあります。ほかの場所に移すか、消してください。'
  return finding('files/stray', top(path), says, { expected: '番号.md という名前のファイルだけ' })
}

function strayInitiative(path: string, folder: string, others = 0): Finding {
  const more = others > 0 ? `（同じところの、ほか ${others} 件も同じです）` : ''
  const says = `取組のファイルが ${folder} のすぐ下にないので、読まれません${more}。${folder} に移してください。`
  return finding('files/stray', top(path), says, { expected: folder + path.slice(path.lastIndexOf('/') + 1) })
}

/** `Outline.yml`, `outline.yaml`, `REPORT.MD` where the file of that name is missing are that file, misnamed. */
function unknown({ path }: SourceFile, at: (file: string) => SourceFile | undefined): Finding {
  const name = path.slice(path.indexOf('/') + 1)
  const meant = YEAR_FILES.find((file) => file === name.toLowerCase().replace(/\.yaml$/, '.yml'))
  if (meant && !at(meant)) {
    const expected = path.slice(0, path.indexOf('/') + 1) + meant
    return finding(
      'files/upper-case',
      top(path),
      `ファイル名「${name}」は読まれません。「${meant}」に直してください。`,
      { expected },
    )
  }
  const says = `このファイルは報告書に使われません。不要なら消してください。`
  return finding('files/unknown', top(path), says, { expected: `${YEAR_FILES.join('、')} と initiatives フォルダー` })
}

function upperCase(path: string): Finding {
  const ending = path.slice(path.lastIndexOf('.'))
  const says = `ファイル名の終わり「${ending}」が大文字なので、読まれません。小文字の「.md」に直してください。`
  return finding('files/upper-case', top(path), says, { expected: path.slice(0, -ending.length) + '.md' })
}

function isInitiativeName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /\.md$/i.test(name) && isInitiativeNumber(name.slice(0, -3))
}

function top(file: string): Place {
  return { file, line: 1, column: 1 }
}
