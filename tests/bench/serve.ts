/**
 * `node tests/bench/serve.ts`: the built site through Debian's nginx with hosting/nginx.conf, asked by wrk over 200
 * connections for 30 s, beside plain files of the same sizes through a bare nginx. Writes its part of docs/performance.md.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { isInstalled, startBareNginx, startNginx } from '../hosting/servers.ts'
import { writeSection } from './sections.ts'

const BASE = '/kensei/'
const SECONDS = 30
const CONNECTIONS = 200

/** A page, the whole text, and a file that browsers keep, each as a browser takes it. */
const PLACES = [
  ['an initiative, gzip', 'r7/2-1-3-1/', 'r7/2-1-3-1/index.html.gz'],
  ['the whole text, gzip', 'r7/all/', 'r7/all/index.html.gz'],
  ['the PDF', 'r7/report.pdf', 'r7/report.pdf'],
] as const

interface Load {
  perSecond: number
  /** Milliseconds, as wrk writes them. */
  half: string
  most: string
  failed: number
}

for (const program of ['nginx', 'wrk', 'openssl']) {
  if (isInstalled(program)) continue
  console.log(`${program} is not installed; nothing is measured`)
  process.exit(0)
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-serve-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const dist = path.join(folder, 'web/kensei')
const env = { ...process.env, OUT_DIR: dist, BASE_PATH: BASE, PDF: '1' }
const built = spawnSync('node', ['scripts/build.ts', '--compressed'], { env, encoding: 'utf8' })
if (built.status !== 0) throw new Error(built.stdout + built.stderr)

// Files of the same sizes, whose names tell nothing.
const plain = path.join(folder, 'plain')
mkdirSync(plain)
const sizes = PLACES.map(([, , file], i) => {
  const bytes = readFileSync(path.join(dist, file))
  writeFileSync(path.join(plain, String(i)), bytes)
  return bytes.length
})

const site = await startNginx(path.join(folder, 'nginx'), path.join(folder, 'web'), BASE)
const bare = await startBareNginx(path.join(folder, 'bare'), plain)
const rows = PLACES.map(([name, place], i) => {
  const loads = [load(`${site.origin}${BASE}${place}`), load(`${bare.origin}/${i}`)] as const
  const row = rowOf(name, sizes[i] ?? 0, ...loads)
  console.log(row)
  return row
})
await Promise.all([site.close(), bare.close()])

writeSection(
  'Serving',
  `Written by \`npm run bench\` (\`tests/bench/serve.ts\`): Debian's nginx with \`hosting/nginx.conf\` over TLS, below a base path, asked
by wrk on the same machine over ${CONNECTIONS} connections for ${SECONDS} s each, beside a file of the same size and nothing more through a bare
nginx over TLS. ${cpus().length} processors, which wrk takes half of. Bar: no failed request.

| what | size | requests a second | plain file | site ÷ plain | half within | 99 % within | plain: 99 % | failed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`,
)
spawnSync('prettier', ['--write', 'docs/performance.md'])

function rowOf(name: string, size: number, ours: Load, plain: Load): string {
  const cells = [
    name,
    `${(size / 1000).toFixed(1)} KB`,
    ours.perSecond.toFixed(0),
    plain.perSecond.toFixed(0),
    (ours.perSecond / plain.perSecond).toFixed(2),
    ours.half,
    ours.most,
    plain.most,
    String(ours.failed + plain.failed),
  ]
  return `| ${cells.join(' | ')} |`
}

function load(url: string): Load {
  const args = [
    '-t2',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '--latency',
    '--timeout',
    '10s',
    '-H',
    'Accept-Encoding: gzip',
  ]
  const { stdout, status } = spawnSync('wrk', [...args, url], { encoding: 'utf8' })
  const find = (pattern: RegExp) => pattern.exec(stdout)?.[1]
  const perSecond = find(/Requests\/sec:\s+([\d.]+)/)
  if (status !== 0 || perSecond === undefined) throw new Error(`wrk of ${url} ended with ${status}: ${stdout}`)
  const errors = find(/Socket errors: (.*)/)?.match(/\d+/g) ?? []
  const refused = find(/Non-2xx or 3xx responses: (\d+)/) ?? '0'
  return {
    perSecond: Number(perSecond),
    half: find(/50%\s+([\d.]+m?s)/) ?? '',
    most: find(/99%\s+([\d.]+m?s)/) ?? '',
    failed: [...errors, refused].reduce((sum, count) => sum + Number(count), 0),
  }
}
