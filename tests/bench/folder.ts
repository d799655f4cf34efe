import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { frozenContent } from '../frozen-report.ts'

/**
 * Writes a content folder of 10,000 made-up initiatives: those of the frozen report over and over, numbered 1-1-1-1 to
 * 10-10-10-10, each relisting pointed at another. Returns its path.
 */
export async function writeBigFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const year = path.join(folder, 'r7')
  mkdirSync(path.join(year, 'initiatives'), { recursive: true })
  const texts = new Map((await frozenContent()).map((file) => [file.path, new TextDecoder().decode(file.bytes)]))
  const models = [...texts].filter(([file]) => file.startsWith('r7/initiatives/')).map(([, text]) => text)
  const outline = ['title: 計測用の視点', 'viewpoints:']
  const tens = Array.from({ length: 10 }, (_, i) => i + 1)
  let count = 0
  for (const viewpoint of tens) {
    outline.push(`  - number: '${viewpoint}'`, `    title: 視点その${viewpoint}`, '    sections:')
    for (const section of tens) {
      outline.push(
        `      - number: ${viewpoint}-${section}`,
        `        title: 項目その${section}`,
        '        subsections:',
      )
      for (const subsection of tens) {
        const parent = `${viewpoint}-${section}-${subsection}`
        outline.push(`          - number: ${parent}`, `            title: 小項目その${subsection}`)
        for (const order of tens) {
          const number = `${parent}-${order}`
          const text = (models[count++ % models.length] ?? '')
            .replace(/^number: .*$/m, `number: ${number}`)
            .replace(/^title: /m, `title: その${order} `)
            .replace(/\]\(\d[^)]*\)/g, `](${parent}-${(order % 10) + 1}.md)`)
          writeFileSync(path.join(year, 'initiatives', `${number}.md`), text)
        }
      }
    }
  }
  writeFileSync(path.join(year, 'outline.yml'), outline.join('\n') + '\n')
  writeFileSync(path.join(year, 'report.md'), texts.get('r7/report.md') ?? '')
  return folder
}
