import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { workFolder } from '../../src/build/work-folder.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { MORE_RUNS } from '../runs.ts'
import { SMALL_CONTENT, environment, everythingIn, linesOf, run, writeLastBuild } from './commands.ts'
import { copyProject } from './elsewhere.ts'

/** A hundred in `npm run test:release`. */
const MOMENTS = 5 * MORE_RUNS
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const

const folder = mkdtempSync(path.join(tmpdir(), 'killed-'))
const place = path.join(folder, 'place')
const content = path.join(place, 'content')
const out = path.join(place, 'dist')
const aside = path.join(folder, 'aside')
beforeEach(() => mkdirSync(aside))
afterEach(() => {
  for (const each of [place, aside]) rmSync(each, { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A command that changes a folder, on a state that `prepare` makes in an empty `place`. */
interface Changing {
  words: [script: string, ...args: string[]]
  changes: string
  settings?: Record<string, string>
  prepare: () => void
  /** A run that takes hold of the same folder and changes nothing, and so clears what another left. */
  next: [script: string, settings: Record<string, string>, args: string[]]
}

const onContent = (...words: [string, ...string[]]): Changing => ({
  words: [...words, '--content', content],
  changes: content,
  prepare: () => cpSync(FROZEN_CONTENT, content, { recursive: true }),
  next: ['remove', {}, ['9-9-9-9', '--content', content]],
})

/** Content with an error: a build of it is refused when it has taken hold of its folder. */
const refused = path.join(folder, 'refused')
cpSync(SMALL_CONTENT, refused, { recursive: true })
rmSync(path.join(refused, 'r7/outline.yml'))
const refusedBuild: Changing['next'] = ['build', { OUT_DIR: out, CONTENT_DIR: refused }, []]

const COMMANDS: Changing[] = [
  {
    words: ['build', '--compressed'],
    changes: out,
    settings: { OUT_DIR: out },
    prepare: () => writeLastBuild(out),
    next: refusedBuild,
  },
  {
    words: ['pdf'],
    changes: out,
    settings: { OUT_DIR: out },
    prepare: () => {
      const built = path.join(folder, 'built')
      if (!existsSync(built)) expect(run('build', { OUT_DIR: built }).status).toBe(0)
      cpSync(built, out, { recursive: true })
    },
    next: refusedBuild,
  },
  {
    words: ['import', `${FROZEN_CONTENT}/r7/source.md`, '--year', 'r7', '--content', content, '--force'],
    changes: path.join(content, 'r7'),
    prepare: () => {
      cpSync(FROZEN_CONTENT, content, { recursive: true })
      writeFileSync(path.join(content, 'r7/initiatives/2-1-3-1.md'), 'edited')
    },
    next: ['import', {}, ['tests/fixtures/import/valid.md', '--year', 'r7', '--content', content]],
  },
  onContent('new', '2-1-3', '試験の取組'),
  onContent('move', '2-1-3-1', '2-1-4-1', '--force', '--year', 'r7'),
  onContent('remove', '2-1-3-1', '--force', '--reason', '試験', '--year', 'r7'),
  onContent('new-year', 'r8'),
  {
    ...onContent('apply', path.join(aside, 'proposal.json')),
    prepare: () => {
      cpSync(FROZEN_CONTENT, content, { recursive: true })
      const file = 'r7/initiatives/2-1-3-1.md'
      const before = readFileSync(path.join(content, file), 'utf8')
      const files = [{ path: file, before, after: before.replaceAll('523', '532') }]
      writeFileSync(path.join(aside, 'proposal.json'), JSON.stringify({ base: '', files }))
    },
  },
  {
    ...onContent('fix'),
    prepare: () => {
      cpSync(FROZEN_CONTENT, content, { recursive: true })
      const file = path.join(content, 'r7/initiatives/2-1-3-1.md')
      writeFileSync(file, readFileSync(file, 'utf8').replace('利用促進', '利用\u200b促進'))
    },
  },
]

/** A copied folder lists its files in another order. */
function stateOf(changes: string): string {
  const files = existsSync(changes) ? everythingIn(changes) : {}
  return JSON.stringify(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}

test.each(COMMANDS.map((command) => [command.words.slice(0, 3).join(' ').replaceAll(folder, ''), command] as const))(
  'ended at any moment by any signal, %s leaves what was there or all that comes',
  async (_, { words: [script, ...args], changes, settings = {}, prepare, next }) => {
    const reset = () => {
      rmSync(place, { recursive: true, force: true })
      mkdirSync(place)
      prepare()
    }
    reset()
    const before = stateOf(changes)
    const start = performance.now()
    const whole = run(script, settings, args)
    expect(whole.status, whole.output).toBe(0)
    let took = performance.now() - start
    const after = stateOf(changes)
    expect(after).not.toBe(before)
    const seen = { before: 0, after: 0, 'nothing for a moment': 0 }
    for (let i = 0; i < MOMENTS; i++) {
      reset()
      const began = performance.now()
      const child = spawn('node', [`scripts/${script}.ts`, ...args], { env: environment(settings), stdio: 'ignore' })
      const ended = once(child, 'exit') as Promise<[number | null]>
      await Promise.race([sleep(took * (0.1 + Math.random())), ended])
      child.kill(SIGNALS[i % SIGNALS.length])
      // What a busy machine makes longer moves the moments with it.
      if ((await ended)[0] === 0) took = (took + performance.now() - began) / 2
      // Between two renames a kill can leave the folder aside; nothing else but these is ever seen.
      if (!existsSync(changes)) seen['nothing for a moment']++
      else expect([before, after]).toContain(stateOf(changes))
      const [nextScript, nextSettings, nextArgs] = next
      expect(run(nextScript, nextSettings, nextArgs).status).toBe(1)
      const now = stateOf(changes)
      expect([before, after]).toContain(now)
      seen[now === before ? 'before' : 'after']++
      const known = [path.basename(content), path.basename(out), '.content.undo.json']
      expect(readdirSync(place).filter((name) => !known.includes(name))).toEqual([])
      if (existsSync(content)) expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([])
      expect(existsSync(workFolder(out))).toBe(false)
    }
    console.log(script, seen)
  },
  3_600_000,
)

test('a page that throws ends the build with its error, and the last build stays', () => {
  const project = copyProject(folder)
  writeFileSync(path.join(project, 'src/pages/broken.astro'), "---\nthrow new Error('this page is broken')\n---\n")
  mkdirSync(place)
  writeLastBuild(out)
  const before = everythingIn(place)
  const settings = { OUT_DIR: out, CONTENT_DIR: path.resolve(SMALL_CONTENT) }
  const ended = run('build', settings, [], { cwd: project })
  expect(ended.status).toBe(1)
  expect(linesOf(ended).join('\n')).toContain('this page is broken')
  expect(everythingIn(place)).toEqual(before)
  expect(readdirSync(place)).toEqual(['dist'])
}, 300_000)
