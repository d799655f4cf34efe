import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPages } from '../../src/build/built-pages.ts'
import { payloadFile, readWorkflow, runStep } from '../review/workflow.ts'
import { SMALL_CONTENT } from './commands.ts'

const PAGES = { PAGES_URL: 'https://pref.github.io/report' }

describe.each([
  ['a branch of the repository', 'pull-request', PAGES, '/report/preview/12/'],
  ['a fork', 'fork', {}, '/'],
])('the preview of %s', (_, event, vars, base) => {
  let out = ''
  beforeAll(async () => {
    out = path.join(mkdtempSync(path.join(tmpdir(), 'preview-')), 'dist')
    const { status, output } = await runStep(
      readWorkflow('check'),
      '見本を作る',
      { vars },
      {
        GITHUB_EVENT_PATH: payloadFile(event),
        CONTENT_DIR: SMALL_CONTENT,
        OUT_DIR: out,
        SITE_URL: 'https://report.example',
      },
    )
    expect(status, output).toBe(0)
  })
  afterAll(() => rmSync(path.dirname(out), { recursive: true }))

  test('stands in its place', () => {
    expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toContain(`href="${base}r7/`)
  })

  test('says on every page what it is, and is for no search engine', () => {
    const pages = readPages(out)
    expect(pages.length).toBeGreaterThan(15)
    for (const { url, html } of pages) {
      expect(html, url).toContain('<meta name="robots" content="noindex">')
      expect(html, url).toContain('提案の見本')
      expect(html, url).not.toMatch(/rel="canonical"|report\.example/)
    }
    expect(existsSync(path.join(out, 'feed.xml'))).toBe(false)
    expect(existsSync(path.join(out, 'sitemap-index.xml'))).toBe(false)
  })
})
