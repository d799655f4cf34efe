import { readFileSync, writeFileSync } from 'node:fs'

const PAGE = 'docs/performance.md'

/** The parts of docs/performance.md that have a heading of their own, each written by a bench of its own. */
export function sections(): string {
  const text = readFileSync(PAGE, 'utf8')
  const start = text.indexOf('\n## ')
  return start < 0 ? '' : text.slice(start)
}

/** Writes one of them anew, or adds it at the end. */
export function writeSection(title: string, body: string): void {
  const heading = `\n## ${title}\n`
  const text = readFileSync(PAGE, 'utf8')
  const start = text.indexOf(heading)
  const next = start < 0 ? -1 : text.indexOf('\n## ', start + heading.length)
  const [before, after] = start < 0 ? [text, ''] : [text.slice(0, start), next < 0 ? '' : text.slice(next)]
  writeFileSync(PAGE, `${before}${heading}\n${body.trim()}\n${after}`)
}
