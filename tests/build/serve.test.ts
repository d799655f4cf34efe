import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../src/build/serve.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'serve-'))
const dist = path.join(folder, 'dist')
const PAGE = 'text/html;charset=utf-8'

beforeAll(() => {
  mkdirSync(path.join(dist, 'r7'), { recursive: true })
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  writeFileSync(path.join(dist, 'index.html'), 'ホーム')
  writeFileSync(path.join(dist, '404.html'), 'ありません')
  writeFileSync(path.join(dist, 'r7/index.html'), '報告書')
  writeFileSync(path.join(dist, 'r7/data.json'), '{}')
  writeFileSync(path.join(dist, 'favicon.svg'), '<svg/>')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([['/'], ['/kensei/'], ['/pref/kensei/']])('a site below %s', (base) => {
  let site: Served
  beforeAll(async () => {
    site = await serve(dist, { base })
  })
  afterAll(() => site.close())

  test.each([
    ['', 200, PAGE, 'ホーム'],
    ['r7/', 200, PAGE, '報告書'],
    ['r7/?q=1', 200, PAGE, '報告書'],
    ['r7/data.json', 200, 'application/json', '{}'],
    ['favicon.svg', 200, 'image/svg+xml', '<svg/>'],
    ['r8/', 404, PAGE, 'ありません'],
    ['r7/data.csv', 404, PAGE, 'ありません'],
    ['%E0%A4%A', 404, PAGE, 'ありません'],
    ['%00', 404, PAGE, 'ありません'],
    ['..%2fsecret.txt', 404, PAGE, 'ありません'],
  ])('answers %j with %d', async (address, status, type, body) => {
    const answer = await fetch(site.home + address)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([status, type, body])
  })

  test('a page’s address without its slash leads to the page', async () => {
    const answer = await fetch(`${site.home}r7?q=1`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${base}r7/?q=1`])
  })

  test('what is swapped in while it runs is served', async () => {
    writeFileSync(path.join(dist, 'r7/new.txt'), 'new')
    expect(await (await fetch(`${site.home}r7/new.txt`)).text()).toBe('new')
  })
})

test('outside of the folder there is nothing, and the folder’s name without its slash leads into it', async () => {
  const site = await serve(dist, { base: '/kensei/' })
  expect((await fetch(`${site.origin}/r7/`)).status).toBe(404)
  expect((await fetch(`${site.origin}/kensei`, { redirect: 'manual' })).headers.get('location')).toBe('/kensei/')
  await site.close()
})

test.each([['//'], ['//r7'], ['/../secret.txt'], ['/..\\secret.txt'], ['http://[/'], ['*']])(
  'the raw address %s gives no file outside, and the server lives on',
  async (target) => {
    const site = await serve(dist)
    const answer = await new Promise<string>((told) => {
      let text = ''
      const socket = connect(Number(new URL(site.origin).port), 'localhost', () =>
        socket.end(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
      )
      socket.on('data', (part) => (text += String(part))).on('close', () => told(text))
    })
    expect(answer).not.toMatch(/secret|location: \/\//)
    expect((await fetch(site.home)).status).toBe(200)
    await site.close()
  },
)

test('a page without a page for what is missing says so in two words', async () => {
  const site = await serve(path.join(dist, 'r7'))
  expect(await (await fetch(`${site.home}a/`)).text()).toBe('not found')
  await site.close()
})

test('a taken port is refused', async () => {
  const site = await serve(dist)
  await expect(serve(dist, { port: Number(new URL(site.origin).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await site.close()
})
