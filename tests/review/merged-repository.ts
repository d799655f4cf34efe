import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SourceFile } from '../../src/text/source-file.ts'

/** A repository as GitHub checks it out for a pull request: at the merge of a proposal, whose first parent is `main`. */
export function mergedRepository(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  /** What the proposal adds beside the content: path → text. */
  others: Record<string, string> = {},
): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'merged-'))
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.jp', '-c', 'commit.gpgsign=false']
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const commit = (files: readonly SourceFile[], message: string) => {
    rmSync(path.join(folder, 'content'), { recursive: true, force: true })
    for (const file of files) {
      const place = path.join(folder, 'content', file.path)
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, file.bytes)
    }
    git('add', '--all')
    git('commit', '-q', '-m', message)
  }
  git('init', '-q', '-b', 'main')
  commit(before, 'published')
  git('switch', '-q', '-c', 'proposal')
  for (const [file, text] of Object.entries(others)) writeFileSync(path.join(folder, file), text)
  commit(after, 'proposed')
  git('switch', '-q', 'main')
  git('merge', '-q', '--no-ff', '-m', 'merge', 'proposal')
  return folder
}
