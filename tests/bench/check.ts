/** `node tests/bench/check.ts`: the check of 10,000 initiatives, each run a process of its own. To hold: 5 s, 512 MiB. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContent } from './folder.ts'

const RUNS = 5

// The child tells its own usage when it ends, so what is measured is the command that staff run.
const USAGE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.error('usage', maxRSS, userCPUTime + systemCPUTime)
})`

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
await writeContent(folder, { reports: 1, branches: [10, 10, 10, 10] })
try {
  const seconds: number[] = []
  const peaks: number[] = []
  const processor: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    const args = [
      '--import',
      `data:text/javascript,${encodeURIComponent(USAGE)}`,
      'scripts/check.ts',
      '--content',
      folder,
    ]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) throw new Error(`the check of the bench folder left with ${status}: ${stderr}`)
    seconds.push((performance.now() - start) / 1000)
    const [, peak, time] = /usage (\d+) (\d+)/.exec(stderr) ?? []
    peaks.push(Number(peak) / 1024)
    processor.push(Number(time) / 1e6)
  }
  // On a busy machine the processor's time tells more than the clock.
  console.log(
    `check of 10,000 initiatives: median ${median(seconds).toFixed(2)} s (5 s), ` +
      `processor ${median(processor).toFixed(2)} s, peak ${Math.max(...peaks).toFixed(0)} MiB (512 MiB)`,
  )
} finally {
  rmSync(folder, { recursive: true })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
