/**
 * `node tests/bench/build.ts [--only 68,1000]`: whole cold builds beside bare Astro and Starlight on the same texts, all
 * on one disk in memory where there is one, each peer in turn. Writes docs/performance.md.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { type Shape, sizeOf, writeContent } from './folder.ts'
import { type Run, measure, median } from './measure.ts'
import { sections } from './sections.ts'

const RUNS = 3

const SHAPES: (Shape & { name: string })[] = [
  { name: '68', reports: 1, branches: [2, 2, 1, 17] },
  { name: '1,000', reports: 1, branches: [5, 10, 5, 4] },
  { name: '10,000', reports: 1, branches: [10, 10, 10, 10] },
  { name: '10,000 (50 reports of 200)', reports: 50, branches: [5, 4, 5, 2] },
]

/** A builder of the same texts: its folder, and what it runs there. */
interface Builder {
  name: string
  folder: string
  command: [string, ...string[]]
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const shapes =
  values.only === undefined
    ? SHAPES
    : SHAPES.filter(({ name }) => values.only?.split(',').includes(name.replaceAll(',', '')))

const root = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-build-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const builders: Builder[] = [
  { name: 'bare Astro', folder: installed('astro'), command: ['npx', 'astro', 'build'] },
  { name: 'Starlight', folder: installed('starlight'), command: ['npx', 'astro', 'build'] },
  { name: 'ours', folder: copied(), command: ['node', 'scripts/build.ts'] },
]

interface Row {
  shape: string
  count: number
  seconds: Record<string, number>
  peakMiB: Record<string, number>
  outputMB: number
  largestKB: number
  medianKB: number
}

const rows: Row[] = []
for (const shape of shapes) {
  const content = path.join(root, 'content')
  rmSync(content, { recursive: true, force: true })
  await writeContent(content, shape)
  const runs = new Map<string, Run[]>(builders.map(({ name }) => [name, []]))
  for (let run = 0; run < RUNS; run++) {
    for (const builder of builders) runs.get(builder.name)?.push(await build(builder, content))
  }
  const row = rowOf(shape, runs)
  rows.push(row)
  console.log(lineOf(row))
}
writeFileSync('docs/performance.md', report(rows) + sections())

/** A peer with its own packages, which only the bench installs. */
function installed(name: string): string {
  const folder = path.join(root, name)
  cpSync(path.join('tests/bench/peers', name), folder, { recursive: true })
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`npm install of ${name} failed: ${done.stderr}`)
  return folder
}

/** This project as git has it, with its packages. */
function copied(): string {
  const folder = path.join(root, 'ours')
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  for (const file of stdout.split('\0')) if (file !== '' && existsSync(file)) cpSync(file, path.join(folder, file))
  cpSync('node_modules', path.join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  return folder
}

/** A cold build: nothing of an earlier one is left. */
async function build({ name, folder, command: [command, ...args] }: Builder, content: string): Promise<Run> {
  for (const left of ['.astro', 'dist', '.build', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache']) {
    rmSync(path.join(folder, left), { recursive: true, force: true })
  }
  const env = {
    ...process.env,
    PATH: `${path.join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    CONTENT_DIR: content,
    OUT_DIR: path.join(folder, 'dist'),
    PDF: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
  mkdirSync(path.join(folder, '.astro'), { recursive: true })
  const run = await measure(command, args, { cwd: folder, env })
  if (run.status !== 0) console.error(`${name} ended with ${run.status}:\n${run.output.slice(-2000)}`)
  return run.status === 0 ? run : { ...run, seconds: NaN, peakMiB: NaN }
}

function rowOf(shape: Shape & { name: string }, runs: ReadonlyMap<string, readonly Run[]>): Row {
  const dist = path.join(root, 'ours/dist')
  const pages = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const sizes = pages.map((entry) => ({
    file: path.relative(dist, path.join(entry.parentPath, entry.name)),
    size: statSync(path.join(entry.parentPath, entry.name)).size,
  }))
  const html = sizes.filter(({ file }) => file.endsWith('.html'))
  const initiatives = html.filter(({ file }) => /^r\d+\/\d+-\d+-\d+(?:-\d+)?\/index\.html$/.test(file))
  const medians = (pick: (run: Run) => number) =>
    Object.fromEntries([...runs].map(([name, list]) => [name, median(list.map(pick))]))
  return {
    shape: shape.name,
    count: sizeOf(shape),
    seconds: medians(({ seconds }) => seconds),
    peakMiB: medians(({ peakMiB }) => peakMiB),
    outputMB: sizes.reduce((sum, { size }) => sum + size, 0) / 1e6,
    largestKB: Math.max(0, ...html.map(({ size }) => size)) / 1e3,
    medianKB: median(initiatives.map(({ size }) => size)) / 1e3,
  }
}

function lineOf({ shape, seconds, peakMiB, outputMB, medianKB, largestKB }: Row): string {
  const [bare = NaN, starlight = NaN, ours = NaN] = builders.map(({ name }) => seconds[name] ?? NaN)
  const [bareMiB = NaN, , oursMiB = NaN] = builders.map(({ name }) => peakMiB[name] ?? NaN)
  const cells = [
    ...[bare, starlight, ours].map((value) => `${value.toFixed(1)} s`),
    (ours / bare).toFixed(2),
    (ours / starlight).toFixed(2),
    `${oursMiB.toFixed(0)} MiB (${(oursMiB / bareMiB).toFixed(2)})`,
    `${outputMB.toFixed(1)} MB`,
    `${medianKB.toFixed(1)} KB`,
    `${largestKB.toFixed(0)} KB`,
  ]
  return `| ${shape} | ${cells.join(' | ')} |`
}

function report(measured: readonly Row[]): string {
  const thousand = measured.find(({ count }) => count === 1000)?.seconds['ours']
  const many = measured.find(({ shape }) => shape === '10,000')?.seconds['ours']
  const growth =
    thousand && many ? `\nFrom 1,000 to 10,000 the time grows ${(many / thousand).toFixed(1)} times (bar: 10).\n` : ''
  return `# Performance

Written by \`npm run bench\`: medians of ${RUNS} whole cold builds (check, pages, search index and published files, no PDF),
in turn with bare Astro (one collection, one minimal page each, no search) and Starlight on the same texts, on a disk in
memory, ${cpus().length} processors, Node ${process.versions.node}. Times are only to be compared within a row.

Bars: at most 1.5 × bare Astro at 68 and 1,000, 2 × at 10,000; at most 0.8 × Starlight at 1,000, 0.6 × at 10,000; peak memory
at most 1.5 × bare Astro's; output at most 200 MB; the median page of an initiative at most 12 KB.

| initiatives | bare Astro | Starlight | ours | ours / bare | ours / Starlight | peak (÷ bare) | output | median page | largest page |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${measured.map(lineOf).join('\n')}
${growth}`
}
