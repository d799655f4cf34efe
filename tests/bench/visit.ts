import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CHROMIUM_ARGS } from '../../src/build/chromium.ts'

/** What a reader does on a page: the query that stands in its address, then one typed into its box. */
export interface Visit {
  /** Of the page, below the site: `search/`. */
  page: string
  first: string
  further: string
  /** CSS selectors of the first result and of the box. */
  result: string
  input: string
}

/** Milliseconds by the page's own clock: from the start of navigation, and from the last key, to results on the screen. */
export interface Times {
  firstMs: number
  furtherMs: number
}

const TIMED = 'timed.html'
/** By then Chromium's own start is over. */
const SETTLED_MS = 1200
const PATIENCE_MS = 30_000

/** The page's own policy lets no other script in, and nothing tell another site. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

/** Puts beside the page of the visit the same page, which tells its own times. */
export function writeTimed(folder: string, { page, further, result, input }: Visit): void {
  const html = readFileSync(path.join(folder, page, 'index.html'), 'utf8').replace(POLICY, '')
  const script = `(${tellTimes.toString()})(${JSON.stringify({ further, result, input })})`
  writeFileSync(path.join(folder, page, TIMED), `${html}<script>${script}</script>`)
}

/**
 * Visits a timed page of `origin` from a page of another site, in a Chromium that has nothing yet and that nothing else
 * watches: a debugger, Playwright's too, works in the page itself and costs a first search a third of its time.
 */
export async function timeVisit(executable: string, origin: string, { page, first }: Visit): Promise<Times> {
  const told = Promise.withResolvers<Times>()
  const elsewhere = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (times: string) => told.resolve(JSON.parse(times) as Times))
    const target = JSON.stringify(`${origin}/${page}${TIMED}?q=${encodeURIComponent(first)}#${address()}`)
    const leave = `<!doctype html><script>setTimeout(() => { location = ${target} }, ${SETTLED_MS})</script>`
    response.setHeader('content-type', 'text/html').end(leave)
  })
  const address = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
  await once(elsewhere.listen(0, '127.0.0.1'), 'listening')
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  const args = [...CHROMIUM_ARGS, '--headless=new', '--no-first-run', `--user-data-dir=${profile}`, address()]
  const chromium = spawn(executable, args, { stdio: 'ignore' })
  const late = wait(PATIENCE_MS, null, { ref: false }).then(() => Promise.reject(new Error(`no results of ${origin}`)))
  try {
    return await Promise.race([told.promise, late])
  } finally {
    const gone = once(chromium, 'exit')
    chromium.kill()
    await gone
    elsewhere.closeAllConnections()
    elsewhere.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Runs in the page. */
async function tellTimes({ further, result, input }: Pick<Visit, 'further' | 'result' | 'input'>): Promise<void> {
  const textOf = () => document.querySelector(result)?.textContent ?? ''
  const drawn = (before: string) =>
    new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (textOf() === '' || textOf() === before) return
        observer.disconnect()
        // The frame that shows them is done when the next task begins.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      }).observe(document, { subtree: true, childList: true, characterData: true })
    })
  // The search that is typed gives the page a new address.
  const elsewhere = location.hash.slice(1)
  const firstMs = await drawn('')
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const box = document.querySelector<HTMLInputElement>(input)
  if (!box) throw new Error(`there is no ${input}`)
  box.value = further
  const typedAt = performance.now()
  const changed = drawn(textOf())
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  const furtherMs = (await changed) - typedAt
  navigator.sendBeacon(elsewhere, JSON.stringify({ firstMs, furtherMs }))
}
