import { distance } from 'fastest-levenshtein'
import { continuationOf } from '../compare/continuation.ts'
import type { ImportFinding } from '../import/finding.ts'
import { type Imported, type ImportedInitiative, importDocument } from '../import/import.ts'
import { type Body, type Link, bodyOf, flatResults } from '../report/body.ts'
import { statementsOf } from '../report/figure-source.ts'
import type { Term } from '../report/glossary.ts'
import { ancestorOf } from '../report/number.ts'
import type { InitiativeParts, ReportParts } from '../report/report.ts'
import type { Corrections, OutlineData } from '../report/schema.ts'
import { parseFiscalYear } from '../text/era.ts'
import { foldForm } from '../text/fold.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { figureLines, standing } from './standing.ts'

/** The year before, as far as an import takes from it. */
export interface Before {
  report: ReportParts
  corrections: Corrections
  terms: readonly Term[]
}

/** A report that was just imported, with what goes on of the year before. */
export interface CarriedOver {
  imported: Imported
  /** All corrections that were made: the year's own, and those of the year before that the document asks for again. */
  corrections: Corrections
  /** What was carried over, and what a person must decide, in Japanese. */
  carried: string[]
  decide: string[]
}

/** Initiatives of two years that are one. */
interface Pair {
  fresh: ImportedInitiative
  before: InitiativeParts
  /** Only the name is the same: it stands in another section. */
  isMoved: boolean
}

/**
 * Imports a document with links, figures that its words still state, `continues` and corrections of the year before, by
 * title and place. What can't be decided from the words is listed. `own` are the year's own corrections, `null` where
 * there are none yet.
 */
export function importAfter(
  document: string,
  year: string,
  own: Corrections | null,
  before: Before,
  placeOf: (line: number) => string,
): CarriedOver | ImportFinding[] {
  const standing = standingCorrections(document, before.corrections)
  const corrections = own ?? standing
  const first = importDocument(document, year, corrections, placeOf)
  if (Array.isArray(first)) return first
  const { links } = carryOver(first, before, year)
  const known = new Set(corrections.links.map((link) => `${link.in}\n${link.text}`))
  const fresh = links.filter((link) => !known.has(`${link.in}\n${link.text}`))
  const all = { ...corrections, links: [...corrections.links, ...fresh] }
  // Links that are carried over are corrections like others.
  const again = importDocument(document, year, all, placeOf)
  if (Array.isArray(again)) return again
  const { initiatives, carried, decide } = carryOver(again, before, year)
  const from = before.report.cover.year.toLowerCase()
  const told = own ? [] : standing.text.map(({ from: wrong, to }) => `訂正「${wrong}」→「${to}」`)
  const missed = own
    ? standing.text
        .filter(({ from: wrong }) => !own.text.some((each) => each.from === wrong))
        .map(
          ({ from: wrong, to }) =>
            `${from} の訂正「${wrong}」→「${to}」が、今年度の原文にもあります。訂正表（corrections.yml）に書き足してください。`,
        )
    : before.corrections.text
        .filter((each) => !standing.text.includes(each))
        .map(({ from: wrong }) => `${from} の訂正「${wrong}」は、今年度の原文にその文がないので、引き継いでいません。`)
  return {
    imported: { ...again, initiatives },
    corrections: all,
    carried: [...told, ...fresh.map((link) => `${link.in}: リンク「${link.text}」→ ${link.to}`), ...carried],
    decide: [...missed, ...decide],
  }
}

/** The corrections of the year before that the new document asks for too: the same words stand in it again. */
function standingCorrections(document: string, { text, places }: Corrections): Corrections {
  return {
    text: text.filter(({ from }) => document.includes(from)),
    links: [],
    places: places.filter(({ title }) => document.includes(title)),
  }
}

function carryOver(
  imported: Imported,
  { report: before, terms }: Before,
  year: string,
): { initiatives: ImportedInitiative[]; links: Corrections['links']; carried: string[]; decide: string[] } {
  const carried: string[] = []
  const decide: string[] = []
  const from = before.cover.year.toLowerCase()
  const pairs = pairsOf(imported, before)
  const numbers = new Map(pairs.map((pair) => [pair.before.number, pair]))
  const links: Corrections['links'] = []
  const initiatives = imported.initiatives.map((fresh) => {
    const pair = pairs.find((each) => each.fresh === fresh)
    if (!pair) {
      decide.push(newcomer(fresh, before, new Set(pairs.map((each) => each.before))))
      return fresh
    }
    const old = pair.before
    const body = readBody(fresh.body)
    const left: string[] = []
    const statements = statementsOf(body, parseFiscalYear(year) ?? 0).flat()
    const figures = old.figures.flatMap((figure) => standing(figure, statements, left) ?? [])
    for (const { label } of figures) carried.push(`${fresh.number}: 数値「${label}」`)
    for (const value of left)
      decide.push(`${fresh.number}: ${value} は、今年度の文にありません。要るなら書き足してください。`)
    if (old.plain !== undefined)
      decide.push(`${fresh.number}: やさしい日本語のまとめ（plain）は引き継いでいません。文に合わせて書いてください。`)
    if (pair.isMoved) {
      carried.push(`${fresh.number}: continues: ${old.number}`)
      decide.push(
        `${fresh.number}「${fresh.title}」は、${from} では ${old.number} でした。別の取組なら、continues を消してください。`,
      )
    }
    const text = old.body.links.reduce((all, link) => {
      const made = carriedLink(link, { fresh, old, body, numbers, from })
      if ('decide' in made) decide.push(made.decide)
      else if ('correction' in made) links.push(made.correction)
      else if (made.linked(all) !== all) {
        carried.push(`${fresh.number}: リンク「${link.text}」→ ${link.url}`)
        return made.linked(all)
      }
      return all
    }, fresh.body)
    const frontMatter = (pair.isMoved ? `continues: ${old.number}\n` : '') + figureLines(figures)
    return { ...fresh, body: text, ...(frontMatter !== '' && { frontMatter }) }
  })
  for (const old of before.initiatives) {
    if (!numbers.has(old.number))
      decide.push(
        `${from} の ${old.number}「${old.title}」に続く取組が見つかりません。名前が変わったなら、続く取組に「continues: ${old.number}」を書いてください。`,
      )
  }
  decide.push(...lostTerms(imported, before, terms))
  return { initiatives, links, carried, decide }
}

function readBody(markdown: string): Body {
  return bodyOf(parseMarkdown(markdown))
}

function sectionsOf({ viewpoints }: OutlineData): (number: string) => { number: string; title: string } {
  const sections = viewpoints.flatMap((viewpoint) => viewpoint.sections)
  return (number) => sections.find((section) => section.number === ancestorOf(number, 2)) ?? { number: '', title: '' }
}

function pairsOf(imported: Imported, before: ReportParts): Pair[] {
  const [sectionBefore, sectionNow] = [sectionsOf(before.outline), sectionsOf(imported.outline)]
  const olds = before.initiatives.map(({ number, title }) => ({ number, title, section: sectionBefore(number) }))
  const news = imported.initiatives.map(({ number, title }) => ({ number, title, section: sectionNow(number) }))
  const { earlier, doubtful } = continuationOf(olds, news)
  const byNumber = new Map(before.initiatives.map((each) => [each.number, each]))
  const taken = new Set<string>()
  return imported.initiatives.flatMap((fresh) => {
    const same = earlier.get(fresh.number)
    const old = byNumber.get((same ?? doubtful.get(fresh.number))?.number ?? '')
    if (!old || taken.has(old.number)) return []
    taken.add(old.number)
    return [{ fresh, before: old, isMoved: same === undefined }]
  })
}

/** An initiative that the year before has not, with the one that it may go on from. */
function newcomer(
  { number, title }: ImportedInitiative,
  before: ReportParts,
  known: ReadonlySet<InitiativeParts>,
): string {
  const [likest] = before.initiatives
    .filter((each) => !known.has(each))
    .map((each) => ({ ...each, far: distance(each.title, title) / Math.max(each.title.length, title.length) }))
    .sort((a, b) => a.far - b.far)
  const hint =
    likest && likest.far <= 0.6
      ? `${likest.number}「${likest.title}」に続くものなら、「continues: ${likest.number}」を書いてください。`
      : '前の年度に続くものがあれば、continues にその番号を書いてください。'
  return `${number}「${title}」は、前の年度に同じ名前がありません。${hint}`
}

interface LinkContext {
  fresh: ImportedInitiative
  old: InitiativeParts
  /** The new body, read. */
  body: Body
  /** By the number of the year before. */
  numbers: ReadonlyMap<string, Pair>
  from: string
}

/** What becomes of a link of the year before: a correction, an edit of the body, or a question. */
function carriedLink(
  link: Link,
  { fresh, old, body, numbers, from }: LinkContext,
): { correction: Corrections['links'][number] } | { linked: (body: string) => string } | { decide: string } {
  const name = `${fresh.number}: ${from} の ${old.number} にあったリンク「${link.text}」（${link.url}）`
  if (body.links.some(({ text }) => text === link.text)) return { linked: (text) => text }
  const before = flatResults(old.body.results).find(({ id }) => id === link.resultId)
  const now = flatResults(body.results).filter(({ text }) => text.includes(link.text))
  const isAlike = now.some(
    ({ text }) => before && distance(text, before.text) <= Math.max(text.length, before.text.length) / 2,
  )
  if (now.length !== 1 || !isAlike)
    return { decide: `${name}は、同じ文が今年度にないので、引き継いでいません。要るなら書き足してください。` }
  const [, target, anchor] = /^(?:\.\/)?([\d-]+)\.md(?:#(r[\d-]+))?$/.exec(link.url) ?? []
  if (target === undefined) {
    if (!/^https?:/.test(link.url)) return { decide: `${name}は、行き先を確かめて、書き足してください。` }
    return { linked: (text) => text.replace(link.text, () => `[${link.text}](${link.url})`) }
  }
  const to = numbers.get(target)
  if (!to) return { decide: `${name}の行き先 ${target} が、今年度に見つかりません。` }
  const result = anchor === undefined ? '' : sameResult(anchor, to)
  const reason = `${from} の ${old.number} から引き継いだ`
  return { correction: { in: fresh.number, text: link.text, to: `${to.fresh.number}${result}`, reason } }
}

/** The same result in the new year: `'#r2'`; `''` where its words have changed. */
function sameResult(anchor: string, { fresh, before }: Pair): string {
  const words = flatResults(before.body.results).find(({ id }) => id === anchor)?.text
  const same = flatResults(readBody(fresh.body).results).find(({ text }) => foldForm(text) === foldForm(words ?? ''))
  return same ? `#${same.id}` : ''
}

/** Terms of the glossary that the year before had and the new report has not. */
function lostTerms(imported: Imported, before: ReportParts, terms: readonly Term[]): string[] {
  const now = imported.initiatives.map(({ title, body }) => title + body).join('\n')
  const then = before.initiatives
    .flatMap(({ title, body }) => [title, ...flatResults(body.results).map(({ text }) => text)])
    .join('\n')
  return terms
    .filter(({ term }) => then.includes(term) && !now.includes(term))
    .map(
      ({ term }) => `用語集の「${term}」は、今年度の文に出てきません。ほかの年度でも使わないなら、用語集から外せます。`,
    )
}
