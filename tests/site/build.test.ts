import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'
import { serve } from '../../src/build/serve.ts'
import { writeLastBuild } from '../build/commands.ts'

let folder: string
let content: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'build-'))
  content = path.join(folder, 'content')
  out = path.join(folder, 'dist')
  cpSync('tests/fixtures/check/_base', content, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(script: string, settings: Record<string, string> = {}) {
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out, PDF: '0', ...settings }
  const { status, stdout, stderr } = spawnSync('node', [script], { env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
const build = (settings?: Record<string, string>) => run('scripts/build.ts', settings)

test('content with errors builds nothing, says where, and leaves the last build as it was', () => {
  writeLastBuild(out)
  const initiatives = path.join(content, 'r7/initiatives')
  const file = path.join(initiatives, readdirSync(initiatives)[0] ?? '')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^number: .*$/m, 'number: 9-9-9-9'))
  const { status, output } = build()
  expect(status).toBe(1)
  expect(output).toContain(path.basename(file))
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('the last build')
  expect(readdirSync(folder).sort()).toEqual(['content', 'dist'])
})

test('what nobody has set and what the check warns of stands on no page, whatever NODE_ENV says', () => {
  appendFileSync(path.join(content, 'r7/initiatives/1-1-1-1.md'), '- R9.4から試行する予定（R9.5まで\n')
  // No `git remote` either.
  const unset = { SITE_URL: '', BASE_PATH: '', GITHUB_REPOSITORY: '', GIT_DIR: path.join(folder, 'none') }
  const { status, output } = build({ ...unset, NODE_ENV: 'development' })
  expect(status, output).toBe(0)
  expect(output).toMatch(/注意が \d+ 件/)
  expect(output).toMatch(/^設定されていないので、.*：サイトのアドレス（SITE_URL）、リポジトリ、.*$/m)
  for (const { url, html, tree } of readPages(out)) {
    expect(all('link[rel=canonical], [data-rule]', tree), url).toEqual([])
    // The report's own link may stay.
    expect(html.replaceAll('https://example.jp/', ''), url).not.toMatch(
      /https?:|編集する|(?:フォーム|メール)で知らせる/,
    )
  }
  const read = (file: string) => readFileSync(path.join(out, file), 'utf8')
  expect(read('r7/timeline.ics')).toMatch(/^BEGIN:VEVENT\r\n/m)
  expect(read('r7/timeline.ics')).not.toContain('URL')
  for (const file of ['r7/initiatives.csv', 'r7/results.csv', 'r7/initiatives.json']) {
    expect(read(file), file).toContain('/r7/1-1-1-1/')
    expect(read(file), file).not.toContain('http')
  }
  expect(read('r7/1-1-1-1/index.html')).toMatch(/』令和8年2月</)
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n')
  for (const file of ['feed.xml', 'sitemap-index.xml']) expect(existsSync(path.join(out, file)), file).toBe(false)
  expect(output).toMatch(/作らなかったもの: .*フィード、サイトマップ、共有のための情報（SITE_URL がないため）/)
})

test.each([
  [{ SITE_URL: 'pref.example' }, /^SITE_URL「pref\.example」は使えません。.*\n$/],
  [{ BASE_PATH: 'https://pref.example/' }, /^BASE_PATH「https:\/\/pref\.example\/」は使えません。.*\n$/],
])('%j builds nothing and is told of in one line', (settings, line) => {
  expect(build(settings)).toEqual({ status: 1, output: expect.stringMatching(line) })
  expect(existsSync(out)).toBe(false)
})

test('where the port is taken, `npm start` says so in one line and builds nothing', async () => {
  // Someone else's server is as good as this one.
  const taken = await serve(folder, { port: 4321 }).catch(() => null)
  const { status, output } = run('scripts/start.ts', { SITE_URL: 'https://pref.example' })
  await taken?.close()
  expect({ status, output }).toEqual({
    status: 1,
    output: expect.stringMatching(/^ポート 4321 は、.*npm start をしてください。\n$/),
  })
  expect(existsSync(out)).toBe(false)
})
