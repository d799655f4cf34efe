import { compareNaturally } from '../text/order.ts'
import { readManuscript } from './manuscript.ts'

/** A file to choose, by the name that staff know it by. */
export interface FileChoice {
  path: string
  name: string
  /** The group it is listed in: 「R7 の取組」. */
  group: string
}

const NAMES: Record<string, string> = {
  'report.md': '表紙と取りまとめの趣旨',
  'outline.yml': '目次',
  'corrections.yml': '原文との違い',
  'errata.yml': '正誤表',
  'glossary.yml': '用語集',
  'words.yml': '暮らしの言葉',
  'accessibility.yml': 'アクセシビリティの点検表',
}

const INITIATIVE = /^(r\d+)\/initiatives\/([^/]+)\.md$/

/** The files that staff edit, the newest year first; the received document and the guide are not among them. */
export function choicesOf(files: ReadonlyMap<string, string>): FileChoice[] {
  const choices = [...files].flatMap(([path, text]): FileChoice[] => {
    const [, year, number] = INITIATIVE.exec(path) ?? []
    if (year && number) {
      const title = readManuscript(text)?.data['title']
      return [
        {
          path,
          name: `${number} ${typeof title === 'string' ? title : ''}`.trim(),
          group: `${year.toUpperCase()} の取組`,
        },
      ]
    }
    const [, folder, file = ''] = /^(?:(r\d+)\/)?([^/]+)$/.exec(path) ?? []
    const name = NAMES[file]
    if (!name) return []
    return [{ path, name, group: folder ? `${folder.toUpperCase()} の報告書` : 'すべての年度' }]
  })
  return choices.sort(
    (a, b) => rankOf(a) - rankOf(b) || compareNaturally(yearOf(b), yearOf(a)) || compareNaturally(a.path, b.path),
  )
}

const rankOf = ({ group }: FileChoice) => (group === 'すべての年度' ? 1 : 0)
const yearOf = ({ path }: FileChoice) => path.split('/')[0] ?? ''

/** Whether a file has front matter and a body. */
export function isManuscript(path: string): boolean {
  return path.endsWith('.md')
}

/** The page that a file makes: `r7/initiatives/2-1-3-1.md` → `['r7', '2-1-3-1']`; `null` where it makes none of its own. */
export function pageOf(path: string): string[] | null {
  const [, year, number] = INITIATIVE.exec(path) ?? []
  if (year && number) return [year, number]
  const [, cover] = /^(r\d+)\/report\.md$/.exec(path) ?? []
  return cover ? [cover] : null
}
