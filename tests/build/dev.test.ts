import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** `npm run dev` itself, on a content folder of its own. */
const content = mkdtempSync(path.join(tmpdir(), 'dev-'))
const initiative = (number: string) => path.join(content, `r7/initiatives/${number}.md`)
let server: ChildProcess
let origin = ''
let printed = ''

beforeAll(async () => {
  cpSync('content', content, { recursive: true })
  // What vitest sets for its own processes would change what Astro does.
  const { NODE_ENV: _, VITEST: __, ...own } = process.env
  const env = { ...own, CONTENT_DIR: content, ASTRO_DEV_BACKGROUND: '0', FORCE_COLOR: '0' }
  server = spawn('astro', ['dev', '--port', String(await freePort())], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  await until(() => {
    origin = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? ''
    return origin !== ''
  })
})

afterAll(async () => {
  // Astro takes a server that is still going down for one that runs, and starts no other.
  const gone = once(server, 'exit')
  if (server.pid) process.kill(-server.pid)
  await gone
  rmSync(content, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return
    await wait(100)
  }
  throw new Error(`this did not come; printed so far:\n${printed}`)
}

/** Until what earlier changes have printed has come: a page shows them a little before the terminal does. */
async function quiet(): Promise<void> {
  for (let before = ''; before !== printed;) {
    before = printed
    await wait(1000)
  }
}

const page = async (url: string) => (await fetch(origin + url)).text()
const shows = (url: string, text: string) => until(async () => (await page(url)).includes(text))

function edit(number: string, change: (text: string) => string): void {
  writeFileSync(initiative(number), change(readFileSync(initiative(number), 'utf8')))
}

test('an edited sentence and an edited title come to the page', async () => {
  await shows('/r7/2-1-3-1/', '電子契約の促進')
  edit('2-1-3-1', (text) => text.replace('庁内、事業者の利用促進', '庁内、事業者の利用をさらに促進'))
  await shows('/r7/2-1-3-1/', '利用をさらに促進')
  edit('2-1-3-1', (text) => text.replace('title: 電子契約の促進', 'title: 電子契約のさらなる促進'))
  await shows('/r7/2-1-3-1/', '電子契約のさらなる促進')
  await shows('/r7/2/', '電子契約のさらなる促進')
})

test('an error is told on the page and in the terminal; pages stay, and come back when it is mended', async () => {
  const before = readFileSync(initiative('1-1-1-1'), 'utf8')
  printed = ''
  writeFileSync(initiative('1-1-1-1'), before.replace('number: ', 'nummer: '))
  await shows('/r7/1-1-1-1/', 'data-rule="front-matter/unknown-key"')
  // Vite's styles stand in the page; scripts must not there either.
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await page('/r7/1-1-1-1/'))?.[1]
  expect(policy).toMatch(/script-src 'self'; style-src 'self' 'unsafe-inline';/)
  await until(() => printed.includes('r7/initiatives/1-1-1-1.md:2:1: エラー: 「nummer」という項目はありません。'))
  expect(await page('/r7/1-1-1-1/')).toContain('出先機関の組織体制の見直し')
  expect(await page('/r7/2-1-3-1/')).toContain('電子契約の')
  writeFileSync(initiative('1-1-1-1'), before)
  await until(async () => !(await page('/r7/1-1-1-1/')).includes('front-matter/unknown-key'))
})

test('a new initiative gets its page, one that is gone loses it', async () => {
  const source = readFileSync(initiative('2-3-1'), 'utf8')
  const orders = [2, 3, 4, 5, 6, 7, 8, 9].map((order) => `2-3-${order}`)
  const free = orders.find((number) => !hasFile(number)) ?? ''
  writeFileSync(
    initiative(free),
    source.replace(/^number: .*$/m, `number: ${free}`).replace(/^title: /m, 'title: 追加した'),
  )
  const added = readFileSync(initiative(free))
  // Pages are asked for all the while: what one of them was told just before must not stay.
  const reader = { stopped: false }
  const readers = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!reader.stopped) await page('/r7/1-1-1-1/')
    }),
  )
  for (let round = 0; round < 3; round++) {
    await shows(`/r7/${free}/`, '追加した')
    unlinkSync(initiative(free))
    await until(async () => (await fetch(`${origin}/r7/${free}/`)).status === 404)
    writeFileSync(initiative(free), added)
  }
  reader.stopped = true
  await readers
})

function hasFile(number: string): boolean {
  try {
    readFileSync(initiative(number))
    return true
  } catch {
    return false
  }
}

test('a change elsewhere in the project does not read the content again', async () => {
  await page('/r7/')
  await quiet()
  printed = ''
  utimesSync('src/styles/base.css', new Date(), new Date())
  await wait(500)
  expect(printed).not.toContain('取組）')
})
