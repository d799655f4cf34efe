import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { serve } from '../../src/build/serve.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { launch, visit } from './browser.ts'

const FILE = 'r7/initiatives/2-1-3-1.md'

const run = (name: string, args: string[], env: Record<string, string> = {}) => {
  const done = spawnSync('node', [`scripts/${name}.ts`, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' })
  expect(done.status, done.stdout + done.stderr).toBe(0)
}

/** Runs with `npm run test:release`: it builds the site anew. */
test('from a broken number to the built page: told of, mended, recorded, saved, applied, published', async () => {
  const browser = await launch()
  const page = await visit(browser, `/edit/?file=${FILE}`, { viewport: { width: 1280, height: 800 } })
  await page.waitForSelector('#findings[data-state=done]')
  const body = page.locator('textarea[name=body]')
  await body.fill((await body.inputValue()).replace('523件', '532件'))
  await page.waitForSelector('#findings li[data-rule="figures/not-in-body"]')
  await page.locator('input[name="figures.0.values.R7"]').fill('532')
  await page.waitForSelector('.record')
  await page.click('.record summary')
  await page.fill('.record input[name=reason]', '集計の誤り')
  await page.click('.record button')
  await page.waitForSelector('.recorded')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-proposal')])

  const folder = mkdtempSync(path.join(tmpdir(), 'edit-'))
  const [content, dist] = [path.join(folder, 'content'), path.join(folder, 'dist')]
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  run('apply', [await download.path(), '--content', content])
  run('build', [], { CONTENT_DIR: content, OUT_DIR: dist, PDF: '0' })
  const server = await serve(dist)
  await page.goto(`${server.origin}/r7/2-1-3-1/`)
  expect(await page.locator('main').innerText()).toContain('532件')
  expect(await page.locator('main .erratum').count()).toBe(1)
  await page.goto(`${server.origin}/r7/errata/`)
  expect(await page.locator('main').innerText()).toContain('集計の誤り')
  expect(readFileSync(path.join(dist, 'r7/figures.csv'), 'utf8')).toContain(',532,')
  // The page of the new build begins with what it published.
  await page.goto(`${server.origin}/edit/?file=${FILE}`)
  await page.waitForSelector('#findings[data-state=done]')
  expect(await page.locator('#findings li').count()).toBe(0)
  expect(await page.locator('input[name="figures.0.values.R7"]').inputValue()).toBe('532')
  await server.close()
  await browser.close()
  rmSync(folder, { recursive: true })
})
