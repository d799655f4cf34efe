import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, inject, test } from 'vitest'
import { flatResults } from '../../src/report/body.ts'
import { reportOf } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'

/** What readers find in the PDF when they search or copy it: the text in the order in which it is painted. */

const file = path.join(inject('dist'), 'r7/report.pdf')
const report = reportOf(await frozenYear())

/** pdf.js, as Firefox reads PDFs. */
async function byPdfJs(): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), { mergePages: false })
  return text.join('\n')
}

/** Poppler, as Linux desktops do, in the order of the file; `null` where it is not installed. */
function byPoppler(): string | null {
  const { status, stdout } = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  return status === 0 ? stdout : null
}

/** Without running heads, page numbers, and the numbers that links lead to on paper; and without white space, as lines wrap. */
function squeezed(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== report.title && !/^\s*\d+ \/ \d+\s*$/.test(line))
    .join('')
    .replace(/\s/g, '')
    .replace(/→\d+(?:-\d+){2,3}(?=）|\))/g, '')
}

/** Lines of the text that are not there whole and in order. */
function misplaced(text: string): string[] {
  const printed = squeezed(text)
  const faults: string[] = []
  let at = 0
  const follow = (line: string, from: number): number => {
    const found = printed.indexOf(line.replace(/\s/g, ''), from)
    if (found < 0) faults.push(line)
    return found < 0 ? from : found + line.replace(/\s/g, '').length
  }
  const prose = report.introduction.split('\n').map((line) => line.replace(/^#+ /, ''))
  for (const line of prose.filter((line) => line.trim() !== '')) at = follow(line, at)
  for (const viewpoint of report.viewpoints) {
    at = follow(`${viewpoint.number} ${viewpoint.title}`, at)
  }
  for (const { number, title, results, notes } of report.initiatives) {
    const start = follow(`○ ${title} ${number}`, at)
    at = start
    let group: string | undefined
    for (const result of flatResults(results)) {
      if (result.group && result.group !== group) at = follow(result.group, at)
      group = result.group
      for (const line of result.text.split('\n')) at = follow(line, at)
    }
    for (const { text } of notes) for (const line of text.split('\n')) follow(line, start)
  }
  return faults
}

test('every line of the report stands whole and in reading order in the text that pdf.js reads', async () => {
  expect(misplaced(await byPdfJs())).toEqual([])
})

test('and in the text that Poppler reads, where it is installed', ({ skip }) => {
  const text = byPoppler()
  if (text === null) return skip()
  expect(misplaced(text)).toEqual([])
})

test('each ・ stands before its result, and each line of the contents before its page', async () => {
  const text = squeezed(await byPdfJs())
  expect(text).toContain('・庁内、事業者の利用促進(R5:127件→R6:336件→R7:523件)')
  for (const { title, initiatives } of report.viewpoints) {
    const at = text.indexOf(title)
    expect(text.slice(at, at + title.length + 3)).toMatch(new RegExp(`${title}\\d+\\(`))
    expect(text.indexOf(`○${initiatives[0]?.title ?? ''}`)).toBeGreaterThan(at)
  }
})
