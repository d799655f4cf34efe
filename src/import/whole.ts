import { headingLabel, parentOf } from '../report/number.ts'
import type { Heading } from '../report/report.ts'
import type { OutlineData, ReportData } from '../report/schema.ts'
import { monthName } from '../text/era.ts'

/**
 * `report.md`: a report's folder as one Markdown document that people read and that `npm run import` takes apart again,
 * byte for byte. The text of each file stands between two comments; headings in between repeat what the files say.
 */

const FORM = '<!-- 原稿をまとめた文書です。「原稿」から「原稿の終わり」までは、もとのファイルの文字のままです。 -->'
const BEGIN = /^<!-- 原稿 (\S+)\n([^]*?)\n-->\n/
const END = '\n<!-- 原稿の終わり -->\n'

/** What the headings of the document repeat. */
export interface WholeNames {
  cover: Pick<ReportData, 'title' | 'published' | 'department'>
  outline: OutlineData
  initiatives: readonly Heading[]
}

/** Writes a folder's files as one document; `textOf` gives a file's own text, `report.md`, `initiatives/2-1-3-1.md`. */
export function writeWhole({ cover, outline, initiatives }: WholeNames, textOf: (path: string) => string): string {
  const below = Map.groupBy(initiatives, ({ number }) => parentOf(number))
  const initiativesOf = (heading: string) =>
    (below.get(heading) ?? []).map(
      ({ number, title }) => `#### ○ ${title}\n\n${framed(`initiatives/${number}.md`, textOf)}`,
    )
  const headings = outline.viewpoints.flatMap((viewpoint) => [
    `# ${viewpoint.number} ${viewpoint.title}\n`,
    ...viewpoint.sections.flatMap((section) => [
      `## ${headingLabel(section.number)} ${section.title}\n`,
      ...initiativesOf(section.number),
      ...(section.subsections ?? []).flatMap(({ number, title }) => [
        `### ${headingLabel(number)} ${title}\n`,
        ...initiativesOf(number),
      ]),
    ]),
  ])
  return [
    FORM + '\n',
    `# ${cover.title}\n`,
    `${cover.published ? monthName(cover.published) : '準備中'}\\\n${cover.department}\n`,
    framed('report.md', textOf),
    `## ${outline.title}\n`,
    outline.viewpoints.map(({ number, title }) => `- ${number} ${title}\n`).join(''),
    framed('outline.yml', textOf),
    ...headings,
  ].join('\n')
}

/** The files of such a document by their paths; `null` for any other document. What stands between them is not looked at. */
export function readWhole(document: string): Map<string, string> | null {
  if (!document.startsWith(`${FORM}\n`)) return null
  const files = new Map<string, string>()
  let rest = document
  for (let at = rest.search(/^<!-- 原稿 /m); at >= 0; at = rest.search(/^<!-- 原稿 /m)) {
    const found = BEGIN.exec(rest.slice(at))
    const start = at + (found?.[0].length ?? 0)
    const end = rest.indexOf(END, start)
    if (!found || end < 0) return files
    const [, path = '', head = ''] = found
    files.set(path, unmasked(head) + rest.slice(start, end))
    rest = rest.slice(end + END.length)
  }
  return files
}

/** A file: what readers of the document need not see in a comment, then its Markdown. */
function framed(path: string, textOf: (path: string) => string): string {
  const text = textOf(path)
  const close = path.endsWith('.md') ? /^\ufeff?---[ \t]*\r?\n[^]*?\n---[ \t]*(?=\r?\n|$)/.exec(text)?.[0] : text
  const head = close ?? ''
  return `<!-- 原稿 ${path}\n${masked(head)}\n-->\n${text.slice(head.length)}${END}`
}

/** Nothing in a comment may end it. */
const masked = (text: string) => text.replaceAll('&', '&amp;').replaceAll('-->', '--&gt;')
const unmasked = (text: string) => text.replaceAll('--&gt;', '-->').replaceAll('&amp;', '&')
