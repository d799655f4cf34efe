import { type SpawnOptionsWithoutStdio, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { walk } from '../../src/build/walk.ts'

/** Content of eight initiatives, without faults. */
export const SMALL_CONTENT = 'tests/fixtures/check/_base'

export interface Ended {
  status: number | null
  output: string
}

/** Runs a command of the project, `run('build', { OUT_DIR: … })`, without the PDF. */
export function run(
  script: string,
  settings: Record<string, string> = {},
  args: string[] = [],
  options: { cwd?: string; uid?: number; gid?: number } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${script}.ts`, ...args], {
    env: environment(settings),
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...options,
  })
  return { status, output: stdout + stderr }
}

/** Starts one and lets it run. `ended` gives its exit code and what it said. */
export function start(script: string, settings: Record<string, string>, options: SpawnOptionsWithoutStdio = {}) {
  const child = spawn('node', [`scripts/${script}.ts`], { env: environment(settings), ...options })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, output })))
  return { child, ended }
}

export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, CONTENT_DIR: SMALL_CONTENT, PDF: '0', ...settings }
}

/** All that lies in a folder, hidden things too: path → its bytes as text; of a link, where it leads. */
export function everythingIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    walk(folder).flatMap(({ place, entry }) => {
      const file = path.join(folder, place)
      if (entry.isSymbolicLink()) return [[place, `→ ${readlinkSync(file)}`]]
      return entry.isFile() ? [[place, readFileSync(file, 'latin1')]] : []
    }),
  )
}

/** The lines that a command printed: one, without a stack trace, where the failure is not a bug. */
export function linesOf({ output }: Ended): string[] {
  return output.split('\n').filter((line) => line !== '' && !/\[WARN\]/.test(line))
}

/** A folder such as a build leaves it. */
export function writeLastBuild(out: string): void {
  mkdirSync(out, { recursive: true })
  for (const file of ['.gyokaku-build', 'index.html', 'last.html'])
    writeFileSync(path.join(out, file), 'the last build')
}

/** How many pages a built folder holds. */
export function pagesIn(out: string): number {
  return Object.keys(everythingIn(out)).filter((file) => file.endsWith('.html')).length
}
