import { checkFiles } from '../../src/build/content.ts'
import type { Content } from '../../src/check/check.ts'
import type { Told } from '../../src/revise/command.ts'
import { type Refusal, type Revised, type Revision, planned, withChanges } from '../../src/revise/revision.ts'

/** A content folder of the tests: paths and texts. */
export type Texts = ReadonlyMap<string, string>

export const TOLD: Told = { year: 'r7', force: false, reason: '', today: '2026-05-20' }

export function contentOf(texts: Texts): Content {
  return checkFiles([...texts].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })))
}

/** The texts after a command, or why it refused. */
export function after(texts: Texts, plan: (content: Revised) => Revision | Refusal): Map<string, string> | string {
  const { reports } = contentOf(texts)
  const revision = planned(() => plan({ texts, reports }))
  return 'reason' in revision ? revision.reason : withChanges(texts, revision.changes)
}

/** The same where it must not refuse. */
export function made(texts: Texts, plan: (content: Revised) => Revision | Refusal): Map<string, string> {
  const texts2 = after(texts, plan)
  if (typeof texts2 === 'string') throw new Error(texts2)
  return texts2
}

/** Rules of the errors that the check has for texts. */
export function errorsOf(texts: Texts): string[] {
  return contentOf(texts)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ file, rule, message }) => `${file} ${rule} ${message}`)
}

/**
 * Two made-up reports, r7 and r8, with links, relistings, corrections and `continues`, in the ways of writing that
 * editors leave behind: comments, quotes, CRLF, a byte order mark. `published`: the month of r7, or none.
 */
export function twoYears({ published }: { published: string | null }): Map<string, string> {
  const outline = `# 見出し
title: 見本の視点
viewpoints:
  - number: 1 # 数のまま
    title: 視点一
    sections:
      - number: 1-1
        title: 項目甲
        subsections:
          - number: '1-1-1' # 引用符
            title: 小項目い
          - { number: 1-1-2, title: 小項目ろ }
      - number: 1-2
        title: 項目乙
`.replace(
    '          - { number: 1-1-2, title: 小項目ろ }\n',
    '          - number: 1-1-2\n            title: 小項目ろ\n',
  )
  const cover = (year: string, month: string | null) =>
    `---\ntitle: 見本の報告書（実在しません）${year}\nyear: ${year}\n${month ? `published: ${month}\n` : ''}department: 検査課\n---\n\n## 趣旨\n\n見本の[取組](initiatives/1-1-1-2.md)。\n`
  const texts = new Map<string, string>()
  for (const [year, month] of [
    ['r7', published],
    ['r8', published && '2027-02'],
  ] as const) {
    texts.set(`${year}/outline.yml`, outline)
    texts.set(`${year}/report.md`, cover(year.toUpperCase(), month).replaceAll('。', `。${year}`))
  }
  const bodies: Record<string, string> = {
    '1-1-1-1': '- 一番め（[再掲](1-1-2-1.md)）\n- 見る [そこ](./1-2-1.md#r1 "題")\n',
    '1-1-1-2': '- 二番め 1-1-1-1 という字は直さない\n',
    '1-1-1-3': '- 三番め\n  - [二番め](<1-1-1-2.md>)、[一番め][あ]\n\n[あ]: 1-1-1-1.md\n',
    '1-1-2-1': '- 四番め\n',
    '1-1-2-2': '- 五番め（[再掲](1-1-1-1.md#r1)）と[もう一つ](1-1-1-2.md)\n',
    '1-2-1': '- 六番め\n',
    '1-2-2': '- 七番め [注](1-1-1-3.md#r1-1)\n',
  }
  for (const [number, body] of Object.entries(bodies)) {
    const title = `題${body.slice(2, 5)}`
    const head = `number: ${number === '1-1-1-2' ? `"${number}"` : number} # 番号\ntitle: ${title}\n`
    texts.set(`r7/initiatives/${number}.md`, `---\n${head}---\n\n${body}`)
    // Two of them are known by their titles alone.
    const continues = ['1-1-1-2', '1-2-1'].includes(number) ? '' : `continues: ${number} # 前の番号\n`
    texts.set(`r8/initiatives/${number}.md`, `---\n${head}${continues}---\n\n${body.replace('番め', '番め（翌年）')}`)
  }
  for (const path of ['r7/initiatives/1-1-2-2.md', 'r8/initiatives/1-1-1-3.md']) {
    texts.set(path, (texts.get(path) ?? '').replaceAll('\n', '\r\n'))
  }
  texts.set('r7/initiatives/1-1-1-1.md', `\ufeff${texts.get('r7/initiatives/1-1-1-1.md')}`)
  texts.set(
    'r7/corrections.yml',
    '# 訂正表\nlinks:\n  - in: 1-1-1-1\n    text: 再掲\n    to: 1-1-2-1 # 先\n    reason: 見本\n  - { in: 1-1-2-2, text: 再掲, to: "1-1-1-1#r1", reason: 見本 }\n'.replace(
      /  - \{ in: (.*?), text: (.*?), to: (.*?), reason: (.*?) \}/,
      '  - in: $1\n    text: $2\n    to: $3\n    reason: $4',
    ),
  )
  return texts
}

/** What an initiative is and what it leads to, told by titles, so that a renumbering changes nothing of it. */
export function relationsByTitle(texts: Texts): string[] {
  const { reports } = contentOf(texts)
  return reports
    .flatMap(({ cover, initiatives }) => {
      const titleOf = (number: string) => initiatives.find((each) => each.number === number)?.title ?? number
      const before = reports.find((other) => Number(other.cover.year.slice(1)) === Number(cover.year.slice(1)) - 1)
      const sections = (report: typeof before, number: string) =>
        report?.outline.viewpoints.flatMap((each) => each.sections).find((each) => number.startsWith(`${each.number}-`))
          ?.title
      return initiatives.flatMap(({ number, title, body, continues }) => {
        const same = before?.initiatives.find((each) =>
          continues === undefined
            ? each.title === title &&
              sections(before, each.number) ===
                sections(
                  reports.find((each) => each.cover === cover),
                  number,
                )
            : each.number === continues,
        )
        return [
          ...body.links.map(({ url, text }) => {
            const [, target = '', anchor = ''] = /^(?:\.\/)?([\d-]+)\.md(.*)$/.exec(url) ?? []
            return `${cover.year} ${title} ${text} → ${titleOf(target)}${anchor}`
          }),
          ...(same ? [`${cover.year} ${title} ← ${same.title}`] : []),
        ]
      })
    })
    .sort()
}
