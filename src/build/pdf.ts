import { existsSync, readFileSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import { type Page, chromium } from 'playwright-core'
import type { BuildFacts } from '../build-facts.ts'
import { site } from '../site.ts'
import { CHROMIUM_ARGS } from './chromium.ts'
import { leadLinks } from './pdf-links.ts'
import { serve } from './serve.ts'

const { resolve } = createRequire(import.meta.url)

/** TrueType, so that Chromium embeds a subset of a real font; it turns OpenType CFF fonts into Type 3. */
const FONTS = {
  400: resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  700: resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
}
const FONT_PATH = '/print-font/'

/**
 * Prints `/rN/all/` of a built site as `rN/report.pdf`, for every year whose text stands there. Links lead to the address
 * that the site was built for; the same site gives the same bytes. Gives the files by their paths in it, and writes none.
 */
export async function printPdfs(
  dist: string,
  executablePath: string,
  { address, base }: Pick<BuildFacts, 'address' | 'base'>,
): Promise<Map<string, Uint8Array>> {
  const years = (await readdir(dist)).filter((name) => isPrintable(path.join(dist, name, 'all/index.html')))
  const server = await serve(dist, { base })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    const files = new Map<string, Uint8Array>()
    for (const year of years) {
      // The fonts of the print come with a style that the pages' own policy forbids.
      const page = await browser.newPage({ bypassCSP: true })
      files.set(`${year}/report.pdf`, await printReport(page, `${server.home}${year}/all/`, address))
      await page.close()
    }
    return files
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Where a report is parted, the page holds no text, and no style sheet for paper. */
function isPrintable(page: string): boolean {
  return existsSync(page) && readFileSync(page, 'utf8').includes('/print.css"')
}

/**
 * Prints twice: the first print tells on which page each heading stands, the second one shows it in the contents
 * (elements `[data-page-of="id"]`). A third would be needed only if the numbers moved a page break, and that throws.
 */
async function printReport(page: Page, url: string, address: string | null): Promise<Uint8Array> {
  await page.route(`**${FONT_PATH}*`, async (route) => {
    const weight = path.basename(new URL(route.request().url()).pathname) as '400' | '700'
    await route.fulfill({ body: await readFile(FONTS[weight]), contentType: 'font/ttf' })
  })
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(leadLinks, address)
  await page.addStyleTag({ content: fontFaces() })
  await page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, (font) => font.load()))
  })
  const print = () => page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })

  const pages = pagesOf(await PDFDocument.load(await print()))
  await page.evaluate(
    (numbers) => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
        element.textContent = numbers[element.dataset['pageOf'] ?? ''] ?? ''
      }
    },
    Object.fromEntries([...pages].map(([id, number]) => [id, String(number)])),
  )
  const pdf = await PDFDocument.load(await print())
  for (const [id, number] of pagesOf(pdf)) {
    if (pages.get(id) !== number) throw new Error(`the contents moved ${id} from page ${pages.get(id)} to ${number}`)
  }
  return finish(pdf, page)
}

function fontFaces(): string {
  const faces = Object.keys(FONTS).map(
    (weight) => `@font-face { font-family: 'Print'; font-weight: ${weight}; src: url('${FONT_PATH}${weight}') }`,
  )
  return `${faces.join('\n')}\n:root, body { --font-print: 'Print'; font-family: 'Print' !important }`
}

/** The page, from 1, of every id that some link on the page names. */
function pagesOf(pdf: PDFDocument): Map<string, number> {
  const numbers = new Map(pdf.getPages().map((page, i) => [page.ref, i + 1]))
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const pages = new Map<string, number>()
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = pdf.context.lookupMaybe(value, PDFArray)?.get(0)
    const number = target instanceof PDFRef ? numbers.get(target) : undefined
    if (number) pages.set(name.decodeText(), number)
  }
  return pages
}

/** Language, title and dates that are the report's, so that the same report gives the same file; a draft has none yet. */
async function finish(pdf: PDFDocument, page: Page): Promise<Uint8Array> {
  const { title, published } = await page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent.trim() ?? '',
    published: document.querySelector<HTMLTimeElement>('[data-published]')?.dateTime ?? '',
  }))
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(site.organisation)
  pdf.setLanguage('ja')
  if (published) {
    const date = new Date(`${published}-01T00:00:00Z`)
    pdf.setCreationDate(date)
    pdf.setModificationDate(date)
  } else {
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
    for (const name of ['CreationDate', 'ModDate']) info.delete(PDFName.of(name))
  }
  return pdf.save()
}
