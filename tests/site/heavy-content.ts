import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Titles are so long that six hundred of them fill every page that is parted. */
const TITLE = '県の仕事の進め方を見直す取組'.repeat(107)
/** The first viewpoint's texts fill its page; the others fill the figures and the timeline. */
const LONG = `- ${'関係する部局と市町村が話し合い、手続を順に改めた。'.repeat(120)}\n`
const DATED = `- 電子申請の利用促進（R6:336件→R7:523件）、R8～ 次の仕組みに移行\n`
const FIGURES = `figures:
  - label: 電子申請の件数
    unit: 件
    values: { R6: 336, R7: 523 }
`

/**
 * Writes a made-up report whose pages are all parted, and of its five viewpoints the first. There is little to build: the
 * weight lies in the titles.
 */
export function writeHeavyContent(folder: string): void {
  const year = path.join(folder, 'r7')
  mkdirSync(path.join(year, 'initiatives'), { recursive: true })
  cpSync('tests/fixtures/check/_base/r7/report.md', path.join(year, 'report.md'))
  const outline = ['title: 試験用の視点', 'viewpoints:']
  for (const viewpoint of upTo(5)) {
    outline.push(`  - number: '${viewpoint}'`, `    title: 視点その${viewpoint}`, '    sections:')
    for (const section of upTo(6).map((order) => `${viewpoint}-${order}`)) {
      outline.push(`      - number: ${section}`, `        title: 項目 ${section}`, '        subsections:')
      for (const subsection of upTo(4).map((order) => `${section}-${order}`)) {
        outline.push(`          - number: ${subsection}`, `            title: 小項目 ${subsection}`)
        for (const order of upTo(5)) {
          const head = `number: ${subsection}-${order}\ntitle: その${order} ${TITLE}\n`
          const text = viewpoint === 1 ? `---\n${head}---\n\n${LONG}` : `---\n${head}${FIGURES}---\n\n${DATED}`
          writeFileSync(path.join(year, 'initiatives', `${subsection}-${order}.md`), text)
        }
      }
    }
  }
  writeFileSync(path.join(year, 'outline.yml'), outline.join('\n') + '\n')
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
