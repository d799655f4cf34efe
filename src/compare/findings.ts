import type { Finding } from '../text/finding.ts'

/**
 * The findings that only one of two states has. A finding is the same one while only its line differs, or the number of
 * the initiative that it is about: `renumbered` gives the file that took the place of another.
 */
export function changedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  renumbered: ReadonlyMap<string, string>,
): { new: Finding[]; gone: Finding[] } {
  const old = Map.groupBy(before, ({ file, rule, message }) => {
    const now = renumbered.get(file)
    return now === undefined
      ? identity(file, rule, message)
      : identity(now, rule, message.replaceAll(nameOf(file), nameOf(now)))
  })
  const fresh = after.filter(({ file, rule, message }) => !old.get(identity(file, rule, message))?.shift())
  const gone = new Set([...old.values()].flat())
  return { new: fresh, gone: before.filter((finding) => gone.has(finding)) }
}

function identity(file: string, rule: string, message: string): string {
  return [file, rule, message.replaceAll(/\d+ 行目/g, '')].join('\n')
}

/** `r7/initiatives/2-1-3-1.md` → `2-1-3-1` */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')
}
