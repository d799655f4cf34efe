import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ensureChromium } from '../../src/build/chromium.ts'
import { printPdfs } from '../../src/build/pdf.ts'
import { compareNumbers } from '../../src/report/number.ts'
import { reportParts } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'
import { pdfLinks } from './pdf-links.ts'

const file = path.join(inject('dist'), 'r7/report.pdf')
let pdf: PDFDocument
beforeAll(async () => {
  pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
})

/** The titles of the outline in order, as a reader of PDF shows them. */
function outlineTitles(): string[] {
  const titles: string[] = []
  const walk = (item: PDFDict | undefined) => {
    for (let current = item; current; current = current.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const title = current.lookup(PDFName.of('Title'))
      if (title instanceof PDFString || title instanceof PDFHexString) titles.push(title.decodeText())
      walk(current.lookupMaybe(PDFName.of('First'), PDFDict))
    }
  }
  walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict))
  return titles
}

test('the PDF is tagged, in Japanese, titled, and dated by the report', () => {
  expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))?.toString()).toBe('true')
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
  expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('ja')
  expect(pdf.getTitle()).toBe('青森県行財政改革行動計画 令和7年度取組実績')
  expect(pdf.getCreationDate()?.toISOString()).toBe('2026-02-01T00:00:00.000Z')
  const { width, height } = pdf.getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
})

test('its outline holds all 68 titles in order', async () => {
  const { initiatives } = reportParts(await frozenYear())
  const squeezed = outlineTitles().map((title) => title.replace(/\s/g, ''))
  let at = -1
  for (const { number, title } of initiatives.sort((a, b) =>
    a.number.localeCompare(b.number, 'en', { numeric: true }),
  )) {
    const found = squeezed.findIndex((line, i) => i > at && line.includes(title.replace(/\s/g, '')))
    expect(found, `${number} ${title}`).toBeGreaterThan(at)
    at = found
  }
})

test('on paper a link says the number that it leads to', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), { mergePages: true })
  expect(text.replace(/\s/g, '')).toContain('分科会を設置して検討（再掲→1-1-2-1）')
})

test('its fonts are subsets of real fonts', () => {
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [object] : [],
    )
  const kinds = new Set(fonts.map((font) => font.get(PDFName.of('Subtype'))?.toString()))
  expect([...kinds].sort()).toEqual(['/CIDFontType2', '/Type0'])
  expect(fonts.length).toBeGreaterThanOrEqual(4)
})

test('the page numbers in the contents are those of the pages, for every initiative', async () => {
  const { initiatives } = reportParts(await frozenYear())
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), { mergePages: false })
  const pages = text.map((page) => page.replace(/[^\S\n]/g, ''))
  const contents = pages.filter((page) => !/\d-\d-\d/.test(page)).join('\n')
  for (const { number, title } of initiatives) {
    const page = pages.findIndex((printed) => printed.includes(`○${title.replace(/\s/g, '')}${number}`)) + 1
    expect(page, `${number} ${title}`).toBeGreaterThan(1)
    expect(contents, `${number} ${title}`).toContain(`○${title.replace(/\s/g, '')}${page}`)
    expect(pages[page - 1]).toContain(`${page}/${pages.length}`)
  }
})

describe('its links', () => {
  const initiatives = async () => reportParts(await frozenYear()).initiatives
  /** A further print of the same site, with these settings. */
  const print = async (settings: { address: string | null; base: string }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'print-'))
    cpSync(inject('dist'), folder, { recursive: true })
    const bytes = Buffer.from((await printPdfs(folder, ensureChromium(), settings)).get('r7/report.pdf') ?? [])
    const printed = path.join(folder, 'printed.pdf')
    writeFileSync(printed, bytes)
    const links = await pdfLinks(printed)
    rmSync(folder, { recursive: true })
    return { bytes, links }
  }

  test('lead to each initiative’s page at the site’s own address, and else inside the document', async () => {
    const { addresses, inside, dead } = await pdfLinks(file)
    const numbers = (await initiatives()).map(({ number }) => number).sort(compareNumbers)
    expect(addresses).toEqual(numbers.map((number) => `https://report.example/r7/${number}/`))
    expect(inside).toEqual(expect.arrayContaining(['s1', 's2-1-3', ...numbers.map((number) => `n${number}`)]))
    expect(dead).toEqual([])
  })

  test('lead from a relisting to its source, which the document holds', async () => {
    const { inside } = await pdfLinks(file)
    const bodies = (await initiatives()).map(({ body }) => body).join('')
    const sources = Array.from(bodies.matchAll(/\]\((\d[\d-]+)\.md\)/g), ([, number]) => `n${number}`)
    expect(sources.length).toBeGreaterThan(0)
    // The contents lead to every initiative once.
    for (const source of sources) expect(inside.filter((id) => id === source).length, source).toBeGreaterThan(1)
  })

  test('stay inside the document while the site has no address', async () => {
    const { links } = await print({ address: null, base: '/' })
    expect(links.addresses).toEqual([])
    expect(links.dead).toEqual([])
    expect(links.inside).toEqual((await pdfLinks(file)).inside)
  })

  test('are those of the first print in a second one, and so is every byte', async () => {
    const { bytes } = await print({ address: 'https://report.example', base: '/' })
    expect(bytes.equals(readFileSync(file))).toBe(true)
  })
})
