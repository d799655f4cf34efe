import type { Finding } from '../text/finding.ts'
import { countLine } from './summary.ts'

/** By this the one comment is known again, and written anew. */
export const COMMENT_MARK = '<!-- review-by-meaning -->'

/** Where a comment leads. */
export interface CommentLinks {
  /** The preview; `null` where the proposal has none, and its site is a file to download. */
  preview: string | null
  /** The run with the whole summary and the built site. */
  run: string
}

/** The one comment on a proposal: whether it can be published, where to look, and `changes`, 変更点 in Markdown. */
export function formatComment(findings: readonly Finding[], changes: string, { preview, run }: CommentLinks): string {
  const isBuilt = !findings.some(({ severity }) => severity === 'error')
  const site = !isBuilt
    ? []
    : preview
      ? [`**[この提案の見本](${preview})**（数分後に見られます）`]
      : [`この提案の見本は、[検査のページ](${run})の下の「site」から取れます`]
  const links = [...site, `[すべての指摘と変更点](${run})`].join('　・　')
  return `${COMMENT_MARK}\n${isBuilt ? '✅' : '❌'} ${countLine(findings)}\n\n${links}\n\n${changes}`
}
