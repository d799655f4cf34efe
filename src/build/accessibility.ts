import axe, { type AxeResults, type RunOptions } from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { type BuiltPage, all } from './built-pages.ts'

/** What is tested of a page, once: the tests hold every build to it, and `npm run test:accessibility` records it. */

/** Everything that axe runs by itself, and the rule of WCAG 2.2 AA that it leaves off: targets of 24 px (2.5.8). */
export const ALL_RULES: RunOptions = { rules: { 'target-size': { enabled: true } } }

/** A page as its reader has it before them. */
export interface Look {
  url: string
  /** What the reader does on it first. */
  act?: (page: Page) => Promise<unknown>
}

/** States that no page's HTML and no disclosure holds: they come when a reader acts. */
export const ACTED: Look[] = [
  { url: '/search/?q=県', act: (page) => page.waitForSelector('#results[data-state=done]') },
  { url: '/r7/select/?n=2-1,9-9', act: (page) => page.waitForSelector('#chosen article') },
  { url: '/r7/', act: (page) => searchInDialog(page, '県') },
  { url: '/r7/2-1-3-1/', act: showReadings },
  { url: '/edit/?file=r7/initiatives/2-1-3-1.md', act: editNumber },
  { url: '/edit/?file=glossary.yml', act: (page) => page.waitForSelector('#findings[data-state=done]') },
]

/** Opens the search's dialog on a page and waits for what it finds. */
export async function searchInDialog(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('.search-dialog form input').fill(query)
  await page.waitForSelector('.search-dialog .lead a')
}

/** The edit page with findings, changes and files to send. */
async function editNumber(page: Page): Promise<void> {
  await page.waitForSelector('#findings[data-state=done]')
  const body = page.locator('textarea[name=body]')
  await body.fill((await body.inputValue()).replace('523件', '532件'))
  await page.waitForSelector('#findings li')
  await page.waitForSelector('#changes li')
}

async function showReadings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ふりがな' }).click()
  await page.waitForSelector('h1 rt')
  // Remembered, they would stand on every page that is looked at after this one.
  await page.evaluate(() => localStorage.clear())
}

/**
 * Opens a page of the site, with every disclosure open. The explanations of terms stand in the text: open as popovers
 * they would lie over each other, and axe could not tell their contrast. The bar of a choice stands in its place: at the
 * foot of the screen it lies over whatever box the reader has not scrolled to yet.
 */
export async function openLook(page: Page, { url, act }: Look): Promise<void> {
  await page.goto(url)
  await act?.(page)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const note of document.querySelectorAll<HTMLElement>('[popover]')) note.popover = null
    for (const bar of document.querySelectorAll<HTMLElement>('select-report .act')) bar.style.position = 'static'
  })
  await page.evaluate(axe.source)
}

/** What axe finds on a page that `openLook` opened, as it looks now. */
export function runAxe(page: Page, options: RunOptions = ALL_RULES): Promise<AxeResults> {
  return page.evaluate((options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options), options)
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The compiler writes minimal HTML: these are matters of source style, not of what browsers get.
    'void-style': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    // The style sheet is served from the same place as the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    'no-inline-style': 'error',
    // Boxes of one list share a name, as HTML has it.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // Titles are the document's own and may be longer than a search engine shows.
    'long-title': 'off',
  },
})

/** How many rules of html-validate are switched on. */
export async function htmlRules(): Promise<number> {
  const rules = (await validator.getConfigFor('page.html')).getRules()
  return [...rules.values()].filter(([severity]) => Number(severity) > 0).length
}

export async function htmlFindings({ url, html }: BuiltPage): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${url}:${line}:${column} ${ruleId}: ${message}`),
  )
}

/** A page has one h1, and no heading skips a level: h2 after h4 is well, h4 after h2 is not. */
export function headingFindings({ url, tree }: BuiltPage): string[] {
  const levels = all('h1,h2,h3,h4,h5,h6', tree).map(({ tagName }) => Number(tagName[1]))
  const firsts = levels.filter((level) => level === 1).length
  const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)
  return [
    ...(firsts === 1 ? [] : [`${url}: ${firsts} h1`]),
    ...jumps.map((level) => `${url}: a jump to h${level} in ${levels.join(' ')}`),
  ]
}
