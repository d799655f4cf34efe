import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { wordTextOf } from '../../src/publish/word-text.ts'
import { wordOf } from '../../src/publish/word.ts'
import { data, report } from './frozen-data.ts'

/** LibreOffice, an office program other than the one that the file is made for. */
const OFFICE = 'soffice'
const isInstalled = spawnSync(OFFICE, ['--version']).status === 0
if (!isInstalled) {
  console.warn('LibreOffice がないので、Word の文書を開く試験をしません（apt-get install libreoffice-writer）。')
}

/** A Word file as LibreOffice reads it: flat OpenDocument. */
function opened(docx: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'word-'))
  try {
    writeFileSync(path.join(folder, 'report.docx'), docx)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    const args = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, path.join(folder, 'report.docx')]
    const { status, stderr } = spawnSync(OFFICE, args, { encoding: 'utf8', timeout: 110_000 })
    expect(status, stderr).toBe(0)
    return readFileSync(path.join(folder, 'report.fodt'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.skipIf(!isInstalled)(
  'LibreOffice opens the Word file: 68 headings of initiatives in order, a table for each figure',
  async () => {
    const word = await wordOf(wordTextOf(report, data, '青森県', (address) => `https://report.example${address}`))
    const read = opened(word)
    const headings = Array.from(
      read.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs),
      ([, level = '', inner = '']) => `${level} ${textOf(inner)}`,
    )
    const initiatives = headings.filter((heading) => /^\d \d+(?:-\d+){2,3} /.test(heading))
    expect(initiatives).toEqual(
      report.initiatives.map(({ number, title, subsection }) => `${subsection ? 4 : 3} ${number} ${title}`),
    )
    expect(initiatives).toHaveLength(68)
    const figures = report.initiatives.flatMap((initiative) => initiative.figures)
    expect(read.match(/<table:table /g)).toHaveLength(figures.length)
  },
)

const textOf = (xml: string) =>
  xml
    .replaceAll('<text:s/>', ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim()
