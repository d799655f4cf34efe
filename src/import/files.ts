import { dump } from 'js-yaml'
import { splitFrontMatter } from '../text/front-matter.ts'
import type { Imported } from './import.ts'

/** The files of one report's folder: path within it → text. */
export type ReportFiles = Map<string, string>

/**
 * The files that an imported document becomes: report.md, outline.yml and one file an initiative.
 * Front matter that staff added to an initiative of the same number and title (figures, plain, continues) is kept.
 */
export function filesOf(imported: Imported, existing: ReportFiles): ReportFiles {
  const files: ReportFiles = new Map([
    ['report.md', `---\n${yaml(imported.report)}---\n\n${imported.introduction}`],
    ['outline.yml', yaml(imported.outline)],
  ])
  for (const { number, title, body, frontMatter: more = '' } of imported.initiatives) {
    const path = `initiatives/${number}.md`
    const plain = yaml({ number, title })
    const kept = splitFrontMatter(existing.get(path) ?? '')
    const frontMatter = typeof kept === 'object' && `${kept.yaml}\n`.startsWith(plain) ? `${kept.yaml}\n` : plain + more
    files.set(path, `---\n${frontMatter}---\n\n${body}`)
  }
  return files
}

/** The existing files that an import would change or drop: those that somebody edited since the last one. */
export function editedFiles(files: ReportFiles, existing: ReportFiles): string[] {
  return [...existing].filter(([path, text]) => files.get(path) !== text).map(([path]) => path)
}

function yaml(value: object): string {
  return dump(value, { lineWidth: -1 })
}
