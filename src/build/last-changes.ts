import { japanDay } from '../text/japan-day.ts'
import { Refused } from './failures.ts'
import { git } from './git.ts'

/**
 * On which day, in Japan, each file of a folder was last changed, by its path in it: `r7/initiatives/2-1-3-1.md` →
 * `2026-05-20`, as the commits of its repository tell. Nothing is told of a file that has been changed since the last
 * commit, and of none at all without git or a repository, or where the history is cut short (a shallow clone): its first
 * commit there would be taken for the last change.
 */
export function lastChanges(folder: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  let day = ''
  const said = (...args: string[]) => git(folder, ['-c', 'core.quotePath=false', ...args])?.toString() ?? null
  try {
    if (said('rev-parse', '--is-shallow-repository')?.trim() !== 'false') return days
    // A day, then the files of its commit, the newest first.
    for (const line of said('log', '--relative', '--name-only', '--format=%n%ct', '--', '.')?.split('\n') ?? []) {
      if (/^\d+$/.test(line)) day = japanDay(new Date(Number(line) * 1000))
      else if (line !== '' && !days.has(line)) days.set(line, day)
    }
    for (const file of said('diff', '--relative', '--name-only', 'HEAD', '--', '.')?.split('\n') ?? [])
      days.delete(file)
    return days
  } catch (error) {
    if (error instanceof Refused) return new Map()
    throw error
  }
}
