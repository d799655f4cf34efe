import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

function build() {
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out }
  const { status, stdout, stderr } = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

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

test('next year’s folder is a second report, and the home page turns to it', () => {
  cpSync(path.join(content, 'r7'), path.join(content, 'r8'), { recursive: true })
  const cover = path.join(content, 'r8/report.md')
  writeFileSync(
    cover,
    readFileSync(cover, 'utf8')
      .replace('year: R7', 'year: R8')
      .replace(/title: .*/, 'title: 試験用の報告書 令和8年度'),
  )
  // A fixture, not the prefecture's words.
  const initiative = path.join(content, 'r8/initiatives/1-1-1-1.md')
  const plain = 'plain: |\n  試験用の文です。\n\n  二つ目の段落です。\n---\n\n'
  writeFileSync(initiative, readFileSync(initiative, 'utf8').replace('---\n\n', plain))
  const { status, output } = build()
  expect(status, output).toBe(0)
  const pageOf = (year: string) => readFileSync(path.join(out, year, '1-1-1-1/index.html'), 'utf8')
  expect(pageOf('r8')).toMatch(/やさしい日本語<\/h2><p[^>]*>試験用の文です。<\/p><p[^>]*>二つ目の段落です。/)
  expect(pageOf('r7')).not.toContain('やさしい日本語')
  for (const year of ['r7', 'r8']) {
    for (const file of ['index.html', 'all/index.html', '1/index.html', 'initiatives.json']) {
      expect(existsSync(path.join(out, year, file)), `${year}/${file}`).toBe(true)
    }
  }
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toContain('令和8年度')
}, 60_000)
