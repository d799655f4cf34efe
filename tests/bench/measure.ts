import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'

/** What one run of a command took. */
export interface Run {
  seconds: number
  /** The most memory that its processes had together, in MiB; 0 where the system does not tell (it needs /proc). */
  peakMiB: number
  /** Its exit code; `null` where a signal ended it. */
  status: number | null
  output: string
}

/** Milliseconds between two looks: short enough to see a peak that lasts. */
const LOOK_MS = 100

/** Runs a command to its end. */
export async function measure(command: string, args: string[], options: SpawnOptions): Promise<Run> {
  const start = performance.now()
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += String(text)))
  let peak = 0
  const timer = setInterval(() => {
    if (child.pid) peak = Math.max(peak, residentKiB(child.pid))
  }, LOOK_MS)
  const [status] = (await once(child, 'close')) as [number | null]
  clearInterval(timer)
  return { seconds: (performance.now() - start) / 1000, peakMiB: peak / 1024, status, output }
}

/** The memory of a process and of all below it. */
function residentKiB(root: number): number {
  const children = new Map<number, number[]>()
  const sizes = new Map<number, number>()
  for (const name of names('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
      sizes.set(Number(name), Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0))
    } catch {
      // The process has ended since.
    }
  }
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), sizes.get(pid) ?? 0)
  return sum(root)
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
