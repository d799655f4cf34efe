import type { Content } from '../check/check.ts'
import type { Handed } from '../handed.ts'
import type { SourceFile } from '../text/source-file.ts'
import { readReports } from './content.ts'

/** A content folder while people edit it: a file with an error is shown as it was when it had none. */
export class EditedContent {
  readonly #sound = new Map<string, SourceFile>()

  /** What pages show of the files as they are now, with the findings of just these files. */
  read(files: readonly SourceFile[]): Content & Handed {
    const content = readReports(files)
    const broken = new Set(content.findings.filter(({ severity }) => severity === 'error').map(({ file }) => file))
    for (const file of files) if (!broken.has(file.path)) this.#sound.set(file.path, file)
    const kept = [...broken].flatMap((path) => this.#sound.get(path) ?? [])
    if (kept.length === 0) return content
    const replaced = new Set(kept.map(({ path }) => path))
    const shown = [...files.filter(({ path }) => !replaced.has(path)), ...kept]
    return { ...readReports(shown), findings: content.findings }
  }
}
