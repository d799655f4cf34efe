import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { frozenContent } from '../frozen-report.ts'

/** How many reports a made-up content folder holds, and how many viewpoints, sections, subsections and initiatives a branch each has. */
export interface Shape {
  reports: number
  branches: readonly [viewpoints: number, sections: number, subsections: number, initiatives: number]
}

/** How many initiatives that makes in all. */
export function sizeOf({ reports, branches }: Shape): number {
  return branches.reduce((product, count) => product * count, reports)
}

/**
 * Writes a content folder of made-up reports: the real one's initiatives over and over, each relisting pointed at another.
 * The reports are r7 or, where there are several, r1, r2, …
 */
export async function writeContent(folder: string, { reports, branches }: Shape): Promise<void> {
  const texts = new Map((await frozenContent()).map((file) => [file.path, new TextDecoder().decode(file.bytes)]))
  const models = [...texts].filter(([file]) => file.startsWith('r7/initiatives/')).map(([, text]) => text)
  const years = reports === 1 ? [7] : Array.from({ length: reports }, (_, i) => i + 1)
  for (const year of years) {
    const yearFolder = path.join(folder, `r${year}`)
    mkdirSync(path.join(yearFolder, 'initiatives'), { recursive: true })
    writeYear(yearFolder, branches, models)
    const cover = (texts.get('r7/report.md') ?? '').replace(/^year: .*$/m, `year: R${year}`)
    writeFileSync(path.join(yearFolder, 'report.md'), cover.replaceAll('令和7年度', `令和${year}年度`))
  }
  writeFileSync(path.join(folder, 'glossary.yml'), texts.get('glossary.yml') ?? '')
}

function writeYear(folder: string, branches: Shape['branches'], models: readonly string[]): void {
  const [viewpoints, sections, subsections, initiatives] = branches.map((length) =>
    Array.from({ length }, (_, i) => i + 1),
  ) as [number[], number[], number[], number[]]
  const outline = ['title: 計測用の視点', 'viewpoints:']
  let count = 0
  for (const viewpoint of viewpoints) {
    outline.push(`  - number: '${viewpoint}'`, `    title: 視点その${viewpoint}`, '    sections:')
    for (const section of sections) {
      outline.push(
        `      - number: ${viewpoint}-${section}`,
        `        title: 項目その${section}`,
        '        subsections:',
      )
      for (const subsection of subsections) {
        const parent = `${viewpoint}-${section}-${subsection}`
        outline.push(`          - number: ${parent}`, `            title: 小項目その${subsection}`)
        for (const order of initiatives) {
          const text = (models[count++ % models.length] ?? '')
            .replace(/^number: .*$/m, `number: ${parent}-${order}`)
            .replace(/^title: /m, `title: その${order} `)
            .replace(/\]\(\d[^)]*\)/g, `](${parent}-${(order % initiatives.length) + 1}.md)`)
          writeFileSync(path.join(folder, 'initiatives', `${parent}-${order}.md`), text)
        }
      }
    }
  }
  writeFileSync(path.join(folder, 'outline.yml'), outline.join('\n') + '\n')
}
