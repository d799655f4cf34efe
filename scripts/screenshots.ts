/** `npm run screenshots`: takes pictures of the main pages of a fresh build for `docs/screenshots/`. */
import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { alone } from '../src/build/alone.ts'
import { searchInDialog } from '../src/build/accessibility.ts'
import { type BuiltSite, withBuiltSite } from '../src/build/built-site.ts'
import { findChromium } from '../src/build/chromium.ts'
import { Refused } from '../src/build/failures.ts'
import { replaceFolder } from '../src/build/swap.ts'
import { command } from './command.ts'

const FOLDER = 'docs/screenshots'

/** What a reader sees first: a screen's height, in CSS pixels. */
const SCREENS = {
  360: { width: 360, height: 780 },
  768: { width: 768, height: 1024 },
  1280: { width: 1280, height: 900 },
}

/** Half the size of PNG, and letters stay sharp: some 1 MB in all, which every clone of the repository carries. */
const IMAGE = { type: 'webp', quality: 80 } as const

interface Shot {
  /** The file's name before its width: `home` → `home-360.webp`. */
  name: string
  url: string
  /** Whether it is taken at 768 px too. */
  tablet?: boolean
  /** Whether it is taken in dark colours too. */
  dark?: boolean
  /** Brings the page to the state that is shown. */
  prepare?: (page: Page) => Promise<unknown>
}

const EDIT = '/edit/?file=r7/initiatives/2-1-3-1.md'

const SHOTS: Shot[] = [
  { name: 'home', url: '/', tablet: true, dark: true },
  { name: 'contents', url: '/r7/' },
  { name: 'viewpoint', url: '/r7/2/' },
  { name: 'initiative', url: '/r7/2-1-3-1/', tablet: true, dark: true },
  { name: 'figures', url: '/r7/figures/' },
  { name: 'timeline', url: '/r7/timeline/' },
  {
    name: 'search',
    url: '/search/?q=カスハラ',
    dark: true,
    prepare: (page) => page.waitForSelector('#results[data-state=done]'),
  },
  { name: 'search-dialog', url: '/r7/', prepare: (page) => searchInDialog(page, 'カスハラ') },
  { name: 'glossary', url: '/glossary/' },
  // Without a choice: with one, the page shows its address, whose port differs at every run.
  { name: 'select', url: '/r7/select/' },
  { name: 'edit', url: EDIT, tablet: true, prepare: (page) => page.waitForSelector('#findings[data-state=done]') },
  { name: 'edit-findings', url: EDIT, prepare: breakNumber },
]

/** Changes a number of the body only, and shows what the check says of it. */
async function breakNumber(page: Page): Promise<void> {
  const body = page.locator('textarea[name=body]')
  await page.waitForSelector('#findings[data-state=done]')
  await body.fill((await body.inputValue()).replace('523件', '532件'))
  await page.waitForSelector('#findings li[data-rule="figures/not-in-body"]')
  await page.locator('#body').evaluate((element) => element.scrollIntoView())
}

await command(async () => {
  const chromium = findChromium()
  if (!chromium) throw new Refused('Chromium がないので画面の写真を作れません（CHROME_PATH に場所を書けます）。')
  if (!hasJapaneseFont()) {
    throw new Refused('日本語のフォントがないので、文字が四角になります。fonts-noto-cjk などを入れてください。')
  }
  const pictures = await withBuiltSite(chromium, takeAll)
  if (!pictures) return 1
  await alone(FOLDER, [], (lock) => replaceFolder(FOLDER, pictures, lock))
  console.log(`${pictures.length} 枚の画面の写真を ${FOLDER} に置きました。`)
  return 0
})

/** Whether a Japanese font is installed. Without fontconfig (macOS, Windows) the system's own fonts are assumed. */
function hasJapaneseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() !== ''
}

async function takeAll(site: BuiltSite): Promise<[file: string, bytes: Uint8Array][]> {
  const pictures: [string, Uint8Array][] = []
  for (const shot of SHOTS) {
    for (const width of shot.tablet ? ([360, 768, 1280] as const) : ([360, 1280] as const)) {
      pictures.push([`${shot.name}-${width}.webp`, await take(site, shot, width, 'light')])
    }
    if (shot.dark) pictures.push([`${shot.name}-1280-dark.webp`, await take(site, shot, 1280, 'dark')])
  }
  return pictures
}

/** The same page gives the same bytes: nothing moves, no caret blinks, and the language and time are not the machine's. */
async function take(
  { browser, origin }: BuiltSite,
  { url, prepare }: Shot,
  width: keyof typeof SCREENS,
  colorScheme: 'light' | 'dark',
): Promise<Uint8Array> {
  // Where nothing hovers the links of results always show, as on a phone.
  const isPhone = width === 360
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SCREENS[width],
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    isMobile: isPhone,
    hasTouch: isPhone,
  })
  const page = await context.newPage()
  await page.goto(url)
  await prepare?.(page)
  const picture = await page.screenshot({ ...IMAGE, animations: 'disabled', caret: 'hide' })
  await context.close()
  return picture
}
