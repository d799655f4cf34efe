import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Flags without which Chromium does not start as root or calls home at every start. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** The path of a Chromium or Chrome on this machine: `CHROME_PATH`, else an installed one; `null` if there is none. */
export function findChromium(): string | null {
  const given = process.env['CHROME_PATH']
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const installed = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return installed.find(isExecutable) ?? ownOfPlaywright()
}

/** Playwright's own, where somebody had it download one. Loaded only to ask that: it takes half a second. */
function ownOfPlaywright(): string | null {
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
  return isExecutable(chromium.executablePath()) ? chromium.executablePath() : null
}

/** Finds Chromium or installs it: by Playwright's own download, else as Debian's package when root. Throws if neither works. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  console.log('Chromium is missing; installing it …')
  for (const [command, ...args] of INSTALLS) {
    const done = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
    const installed = done.status === 0 ? findChromium() : null
    if (installed) return installed
  }
  throw new Error('Chromium could not be installed: install it, or name it in CHROME_PATH')
}

const INSTALLS: [command: string, ...args: string[]][] = [
  ['sh', '-c', '[ "$(id -u)" = 0 ] && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium'],
  ['playwright-core', 'install', 'chromium'],
]

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
