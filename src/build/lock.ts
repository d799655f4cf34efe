import { readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { Refused } from './failures.ts'

/** That a process has a folder for itself. */
export interface Lock {
  release: () => void
  /** Throws where somebody took the lock away, for instance because this machine slept for long. */
  mustHold: () => void
}

/** A holder says so often that it lives. What has been silent for so long is dead, wherever it ran. */
const BEAT_MS = 20_000
const DEAD_AFTER_MS = 5 * 60_000

/** `kill -9` leaves the file there, so it names its process: on the same machine a dead holder is known at once. */
interface Holder {
  host: string
  pid: number
  /** ISO 8601 */
  since: string
}

/** Takes the lock, a file, or throws `Refused` with who holds it. `folder` is what the lock is for. */
export function takeLock(file: string, folder: string): Lock {
  const mine = JSON.stringify({ host: HOST, pid: process.pid, since: new Date().toISOString() } satisfies Holder)
  while (!write(file, mine)) {
    const theirs = read(file)
    if (theirs === null) continue
    if (!isDead(file, theirs)) throw new Refused(says(folder, theirs))
    breakLock(file, theirs)
  }
  const beat = setInterval(() => touch(file), BEAT_MS).unref()
  const isMine = () => read(file) === mine
  return {
    release: () => {
      clearInterval(beat)
      if (isMine()) rmSync(file, { force: true })
    },
    mustHold: () => {
      if (!isMine()) throw new Refused(`別の処理が ${folder} に書き始めたので、やめました。もう一度実行してください。`)
    },
  }
}

/** The machine, and the container on it, within which processes have their numbers. */
export const HOST = [hostname(), processNamespace()].join(' ')

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** `false` where the file is there already. */
function write(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Gone: `mustHold` tells of it.
  }
}

function isDead(file: string, text: string): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const holder = parse(text)
  return age > DEAD_AFTER_MS || (holder?.host === HOST && !isRunning(holder.pid))
}

/** `null` for one that is just being written. */
function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Two may find the same dead holder: who takes away the lock that the other has just written puts it back. */
function breakLock(file: string, dead: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = read(aside)
  if (taken !== null && taken !== dead) write(file, taken)
  rmSync(aside, { force: true })
}

function says(folder: string, text: string): string {
  const holder = parse(text)
  const who = holder ? `（プロセス ${holder.pid}、${new Date(holder.since).toLocaleTimeString('ja-JP')} から）` : ''
  return `別の処理が ${folder} に書いています${who}。終わってから、もう一度実行してください。`
}
