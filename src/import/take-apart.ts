import { compareNumbers } from '../report/number.ts'
import { outlineSchema, reportSchema } from '../report/schema.ts'
import { splitFrontMatter } from '../text/front-matter.ts'
import { readYaml } from '../text/yaml.ts'
import type { ReportFiles } from './files.ts'
import type { ImportFinding } from './finding.ts'
import { type WholeNames, readWhole, writeWhole } from './whole.ts'

/**
 * The files of a published `report.md`, each as it was; `null` for any other document. What somebody changed outside of
 * the files, in a heading that only repeats them, would be lost: such a document gives findings instead.
 */
export function takeApart(document: string, year: string): ReportFiles | ImportFinding[] | null {
  // Saved by an editor that ends every line with CRLF, it was written with LF.
  const text = /^[^\n]*\r\n/.test(document) ? document.replaceAll('\r\n', '\n') : document
  const files = readWhole(text)
  if (!files) return null
  const names = namesOf(files)
  if (typeof names === 'string')
    return [{ line: 1, message: `まとめた文書の中の ${names} が、読めないか、ありません。` }]
  if (names.cover.year !== year) {
    return [{ line: 1, message: `まとめた文書は ${names.cover.year} のものです。--year に ${year} とあります。` }]
  }
  const again = writeWhole(names, (path) => files.get(path) ?? '')
  if (again === text) return files
  const [lines, expected] = [text.split('\n'), again.split('\n')]
  const at = lines.findIndex((line, i) => line !== expected[i])
  const message =
    `「${lines[at] ?? ''}」：原稿の外の行が変わっています。「${expected[at] ?? 'ここまで'}」を期待しました。` +
    '直せるのは「原稿」から「原稿の終わり」までです。名前や番号は、その中の title と number、outline.yml を直します。'
  return [{ line: Math.max(at, 0) + 1, message }]
}

/** What the document's headings must repeat; the path of a file that does not say it. */
function namesOf(files: ReportFiles): (WholeNames & { cover: { year: string } }) | string {
  const cover = reportSchema.safeParse(frontMatterOf(files.get('report.md')))
  if (!cover.success) return 'report.md'
  const outline = outlineSchema.safeParse(valueOf(files.get('outline.yml') ?? ''))
  if (!outline.success) return 'outline.yml'
  const initiatives: { number: string; title: string }[] = []
  for (const [path, text] of files) {
    const number = /^initiatives\/([\d-]+)\.md$/.exec(path)?.[1]
    if (number === undefined) continue
    const value = frontMatterOf(text)
    const title = value && typeof value === 'object' && 'title' in value ? value.title : undefined
    if (typeof title !== 'string') return path
    initiatives.push({ number, title: title.trim() })
  }
  initiatives.sort((a, b) => compareNumbers(a.number, b.number))
  return { cover: cover.data, outline: outline.data, initiatives }
}

function frontMatterOf(text = ''): unknown {
  const parts = splitFrontMatter(text.replace(/^\ufeff/, ''))
  return typeof parts === 'string' ? null : valueOf(parts.yaml)
}

function valueOf(yaml: string): unknown {
  const read = readYaml(yaml.replaceAll('\r', ''))
  return 'reason' in read ? null : read.value
}
