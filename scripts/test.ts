/** `npm test`: the one gate. Runs every step even after a failure and ends with one line, `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from '../src/build/chromium.ts'

process.env['CHROME_PATH'] = ensureChromium()
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'

const folder = mkdtempSync(path.join(tmpdir(), 'test-'))
const results = path.join(folder, 'vitest.json')
let passed = 0
let failed = 0

const run = (command: string, ...args: string[]) => {
  console.log(`\n> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

for (const [command, ...args] of [
  ['astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['tsc', '-p', 'tsconfig.pure.json'],
  ['eslint', '.', '--max-warnings', '0'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['knip'],
] as [string, ...string[]][]) {
  if (run(command, ...args)) passed++
  else failed++
}

const allRan = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`)
const counts = readCounts()
passed += counts.passed
failed += counts.failed
// A run that broke outside of any test (a global set-up, an unhandled error) has no failing test to count.
if (!allRan && counts.failed === 0) failed++

rmSync(folder, { recursive: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function readCounts(): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
