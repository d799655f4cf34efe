import { spawnSync } from 'node:child_process'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { inject } from 'vitest'

/** Firefox by WebDriver BiDi: the one on this machine, else Debian's package when root. Throws if neither is there. */
export function launchFirefox(): Promise<Browser> {
  return puppeteer.launch({ browser: 'firefox', executablePath: ensureFirefox() })
}

/** A page of the built site; `path` is its address without the origin. */
export async function open(browser: Browser, path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 800 })
  await page.goto(inject('origin') + path)
  return page
}

const NAMES = ['firefox-esr', 'firefox']
const INSTALL =
  '[ "$(id -u)" = 0 ] && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends firefox-esr'

function ensureFirefox(): string {
  const given = process.env['FIREFOX_PATH'] ?? findFirefox()
  if (given) return given
  console.log('Firefox is missing; installing it …')
  spawnSync('sh', ['-c', INSTALL], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
  const installed = findFirefox()
  if (!installed) throw new Error('Firefox could not be installed: install it, or name it in FIREFOX_PATH')
  return installed
}

function findFirefox(): string | undefined {
  return NAMES.map((name) => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()).find(
    (file) => file !== '',
  )
}
