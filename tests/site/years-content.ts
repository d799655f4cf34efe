import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FROZEN_CONTENT } from '../frozen-report.ts'

/** The figure that three years have; R6 is 336 in two reports and 337 in the last. */
const CONTRACTS = {
  r6: { values: '{ R5: 127, R6: 336 }', text: 'R5:127件→R6:336件' },
  r8: { values: '{ R6: 337, R7: 523, R8: 610 }', text: 'R6:337件→R7:523件→R8:610件' },
}

/**
 * Writes the frozen report as r7, and made-up ones of the years before and after: its texts without their figures, whose
 * years are its own, and with a few changes. They are not the prefecture's words, and say so in their titles.
 */
export function writeThreeYears(content: string): void {
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const r6 = writeYear(content, 'r6', '2025-02')
  r6('initiatives/2-1-3-1.md', (text) => withContracts(text, CONTRACTS.r6))

  const r8 = writeYear(content, 'r8', '2027-02')
  r8('initiatives/2-1-4-1.md', (text) => text.replace('R8以降、', ''))
  r8('initiatives/2-2-2-2.md', (text) => text.replace('title: 税務', 'continues: 2-2-2-2\ntitle: 税'))
  r8('initiatives/2-2-2-3.md', (text) => text.replace('title: 人事・給与等', 'title: 人事'))
  const fact = 'figures:\n  - label: 受付\n    unit: 件\n    values: { R8: 5 }\n'
  r8('initiatives/2-3-2.md', (text) => text.replace('---\n\n', `${fact}---\n\n- 相談 15件\n- 受付 5件\n`))
  r8('initiatives/2-1-3-1.md', (text) => withContracts(text, CONTRACTS.r8))
  const plain = 'plain: |\n  試験用の文です。\n\n  二つ目の段落です。\n---\n\n'
  r8('initiatives/1-1-1-1.md', (text) => text.replace('---\n\n', plain))
  // A renamed section, an initiative that moves within another one, one that ends and one that begins.
  r8('outline.yml', (text) => text.replace('title: 県庁業務のDX', 'title: 庁内業務のDX'))
  const folder = path.join(content, 'r8/initiatives')
  renameSync(path.join(folder, '5-1-2-2.md'), path.join(folder, '5-1-1-4.md'))
  r8('initiatives/5-1-1-4.md', (text) => text.replace('number: 5-1-2-2', 'number: 5-1-1-4'))
  rmSync(path.join(folder, '5-2-3-2.md'))
  writeFileSync(path.join(folder, '4-2-2-2.md'), '---\nnumber: 4-2-2-2\ntitle: 試験用の新しい取組\n---\n\n- 開始\n')
}

type Edit = (file: string, change: (text: string) => string) => void

function writeYear(content: string, year: string, published: string): Edit {
  const folder = path.join(content, year)
  cpSync(path.join(content, 'r7'), folder, { recursive: true })
  for (const file of ['source.md', 'corrections.yml']) rmSync(path.join(folder, file))
  const edit: Edit = (file, change) => {
    const target = path.join(folder, file)
    writeFileSync(target, change(readFileSync(target, 'utf8')))
  }
  const number = year.slice(1)
  edit('report.md', (text) =>
    text
      .replace(/^title: .*$/m, `title: 試験用に作った文書 令和${number}年度取組実績`)
      .replace('year: R7', `year: R${number}`)
      .replace('2026-02', published),
  )
  for (const name of readdirSync(path.join(folder, 'initiatives'))) {
    edit(`initiatives/${name}`, (text) => text.replace(/^figures:\n(?: .*\n)+/m, ''))
  }
  return edit
}

function withContracts(text: string, { values, text: sentence }: { values: string; text: string }): string {
  const figures = `figures:\n  - label: 電子契約の件数\n    unit: 件\n    values: ${values}\n`
  return text.replace('---\n\n', `${figures}---\n\n`).replace('R5:127件→R6:336件→R7:523件', sentence)
}
