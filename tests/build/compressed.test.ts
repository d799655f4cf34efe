import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeCompressed } from '../../src/build/compressed.ts'
import { everythingIn, run } from './commands.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compressed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const TEXT = '青森県の取組。'.repeat(100)

test('each text that gets smaller has both forms beside it, which unpack to it, the same each time', async () => {
  mkdirSync(path.join(folder, 'r7'))
  for (const name of ['index.html', 'r7/results.csv', 'r7/report.docx', '.gyokaku-build', 'r7/wasm.pagefind'])
    writeFileSync(path.join(folder, name), TEXT)
  writeFileSync(path.join(folder, 'robots.txt'), 'a')
  await writeCompressed(folder)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:br|gz)$/.test(name))
  expect(names.sort()).toEqual(['index.html.br', 'index.html.gz', 'r7/results.csv.br', 'r7/results.csv.gz'])
  expect(brotliDecompressSync(readFileSync(path.join(folder, 'index.html.br'))).toString()).toBe(TEXT)
  expect(gunzipSync(readFileSync(path.join(folder, 'index.html.gz'))).toString()).toBe(TEXT)
  const first = everythingIn(folder)
  for (const name of names) rmSync(path.join(folder, name))
  await writeCompressed(folder)
  expect(everythingIn(folder)).toEqual(first)
})

test('another word for it is wrong use', () => {
  expect(run('build', {}, ['--compress'])).toEqual({ status: 2, output: expect.stringContaining('-- --compressed') })
})
