/**
 * `node tests/bench/edit.ts`: the edit page at 10,000 initiatives: what it loads, and how long its worker takes from the
 * parts to the first check and from a change to the next one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readReports } from '../../src/build/content.ts'
import { readFiles } from '../../src/build/folder.ts'
import { OpenContent } from '../../src/edit/open-content.ts'
import { type SourcePart, sourcesOf } from '../../src/edit/sources.ts'
import { writeContent } from './folder.ts'

const FILE = 'r7/initiatives/1-1-1-5.md'

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
await writeContent(folder, { reports: 1, branches: [10, 10, 10, 10] })
const files = await readFiles(folder)
rmSync(folder, { recursive: true })
const { index, parts } = sourcesOf(files, readReports(files).known, () => true)
const texts = Array.from(parts.values(), (part) => JSON.stringify(part))
const own = texts.find((text) => text.includes(`"path":"${FILE}"`)) ?? ''
console.log(
  `edit page at 10,000 initiatives: index ${kib(JSON.stringify(index))}, the chosen file's part ${kib(own)}, ` +
    `all ${texts.length} parts ${kib(texts.join(''))} (gzip)`,
)

let start = performance.now()
const open = new OpenContent(texts.map((text) => JSON.parse(text) as SourcePart))
check()
console.log(`first check ${seconds()} s`)
for (let n = 1; n <= 3; n++) {
  start = performance.now()
  open.put(FILE, `${open.text(FILE)}- もう一つの実績${n}\n`)
  check()
  console.log(`check after a change ${seconds()} s`)
}

/** As the worker does it. */
function check(): void {
  const { content } = open.read(FILE)
  open.changes(content)
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(2)
}

function kib(text: string): string {
  return `${(gzipSync(text).length / 1024).toFixed(0)} KiB`
}
