import { diff3Merge } from 'node-diff3'
import { contentHash } from './content-hash.ts'
import { isContentPath } from './content-path.ts'
import type { Proposal } from './proposal.ts'
import type { FileChange, Refusal, Revision } from './revision.ts'

/** What a proposal does to a content folder as it is now: all of it, or nothing where a part no longer fits. */
export function applyProposal(texts: ReadonlyMap<string, string>, { base, files }: Proposal): Revision | Refusal {
  const outcomes = files.map((file) => ({ path: file.path, ...outcomeOf(file, texts.get(file.path) ?? null) }))
  const conflicts = outcomes.flatMap(({ path, conflict }) => (conflict === undefined ? [] : [`  ${path}: ${conflict}`]))
  if (conflicts.length > 0) {
    return { reason: ['修正案が、今のファイルと合わなくなっています。', ...conflicts].join('\n') }
  }
  const changes = outcomes.flatMap(({ change }) => change ?? [])
  const isSameBase = base === contentHash([...texts].filter(([path]) => isContentPath(path)))
  return {
    changes,
    says: [
      changes.length === 0 ? '修正案は、もう入っています。' : `修正案を入れました（${changes.length} ファイル）。`,
      ...(isSameBase || changes.length === 0
        ? []
        : ['修正案が作られた後にほかの直しもありましたが、ぶつかりませんでした。']),
      ...outcomes.map(({ path, says }) => `  ${path}: ${says}`),
    ],
  }
}

interface Outcome {
  says?: string
  change?: FileChange
  conflict?: string
}

function outcomeOf({ path, before, after }: FileChange, now: string | null): Outcome {
  if (now === after) return { says: 'もう同じです' }
  if (now === before) {
    const says = before === null ? '足しました' : after === null ? '消しました' : '直しました'
    return { says, change: { path, before, after } }
  }
  if (before === null) return { conflict: '新しく足すはずのファイルが、もうあります。' }
  if (now === null) return { conflict: '直すはずのファイルが、なくなっています。' }
  if (after === null) return { conflict: '消すはずのファイルが、その後に直されています。' }
  const merged = merge(now, before, after)
  if (typeof merged === 'string') {
    return { says: 'その後の直しと合わせました', change: { path, before: now, after: merged } }
  }
  return { conflict: `${merged.line} 行目からが、その後に直されています。` }
}

/** Both changes of one text, by lines; else the line of `now` where they meet. */
function merge(now: string, before: string, after: string): string | { line: number } {
  const lines: string[] = []
  let line = 1
  for (const { ok, conflict } of diff3Merge(now.split('\n'), before.split('\n'), after.split('\n'))) {
    if (conflict) return { line }
    lines.push(...(ok ?? []))
    line = lines.length + 1
  }
  return lines.join('\n')
}
