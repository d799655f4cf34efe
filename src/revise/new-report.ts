import { PLACEHOLDER } from '../report/placeholder.ts'
import { fiscalYearName } from '../text/era.ts'
import type { Refusal, Revised, Revision } from './revision.ts'

/**
 * A report of `year` (`r8`) with nothing in it yet, as a draft: a cover, an outline of one heading on each level that it
 * can't do without, and one initiative that waits for its results. What is to be written stands in brackets.
 */
export function newReport({ texts }: Revised, year: string): Revision | Refusal {
  if ([...texts.keys()].some((path) => path.startsWith(`${year}/`))) return { reason: `${year} は、もうあります。` }
  const name = fiscalYearName(year.toUpperCase())
  const files = {
    'report.md': `---
title: （報告書の題名） ${name}取組実績
year: ${year.toUpperCase()}
department: （担当課）
---

## （趣旨の見出し）

（何のための報告書かを、ここに書きます）
`,
    'outline.yml': `title: （視点を並べる見出し）
viewpoints:
  - number: '1'
    title: （視点の名前）
    sections:
      - number: 1-1
        title: （項目の名前）
`,
    'initiatives/1-1-1.md': `---
number: 1-1-1
title: （取組の名前）
---

- ${PLACEHOLDER}
`,
  }
  return {
    changes: Object.entries(files).map(([file, after]) => ({ path: `${year}/${file}`, before: null, after })),
    says: [
      `空の報告書 ${year}（準備中）を作りました。（ ）の中を書き直してください。`,
      '取組を足すには: npm run new -- 1-1 "取組の名前"',
      `文書があるときは、作らずに取り込めます: npm run import -- 文書.md --year ${year}`,
      `公表するときは ${year}/report.md に「published: 年-月」の行を足します。`,
    ],
  }
}
