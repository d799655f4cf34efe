import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pagePolicy } from '../../src/security-policy.ts'
import { walk } from '../../src/build/walk.ts'
import { environment } from '../build/commands.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { launch } from '../site/browser.ts'
import { DOINGS, KINDS, read, watchedPage } from '../site/walk.ts'
import { request, requestRaw } from './request.ts'
import { type Hosted, isInstalled, startCaddy, startNginx } from './servers.ts'

/** The files of `hosting/`, in the servers that they are for. Debian: nginx-light, caddy, libnginx-mod-http-brotli-static, openssl. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const BASE = '/kensei/'
const folder = mkdtempSync(path.join(tmpdir(), 'hosting-'))
const root = path.join(folder, 'web')
const dist = path.join(root, 'kensei')
let browser: Browser

beforeAll(async () => {
  const settings = { OUT_DIR: dist, BASE_PATH: BASE, CONTENT_DIR: FROZEN_CONTENT, PDF: '1' }
  const built = spawnSync('node', ['scripts/build.ts', '--compressed'], {
    env: environment(settings),
    encoding: 'utf8',
  })
  expect(built.status, built.stdout + built.stderr).toBe(0)
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  mkdirSync(path.join(root, 'other'))
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  svg: 'image/svg+xml',
}

const headerPolicy = `${pagePolicy(false)}; frame-ancestors 'none'`
const workerPolicy = headerPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

test('the header for the CDN is that of the search’s worker, and what never changes is kept', () => {
  const rules = readFileSync('public/_headers', 'utf8')
  expect(rules).toContain(`  Content-Security-Policy: ${workerPolicy}\n`)
  expect(rules).toMatch(/\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n/)
  expect(rules).toMatch(/\/pagefind\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n/)
})

describe.each([
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const)('%s', (name, start) => {
  let host: Hosted
  const installed = isInstalled(name)
  beforeAll(async () => {
    if (installed) host = await start(path.join(folder, name), root, BASE)
  })
  afterAll(async () => {
    if (installed) await host.close()
  })

  test('is installed', ({ skip }) => {
    if (!installed) skip(`${name} is not installed`)
  })

  const get200 = async (place: string, headers?: Record<string, string>) => {
    const answer = await request(host.origin, BASE + place, headers)
    expect(answer.status, place).toBe(200)
    return answer
  }

  describe.runIf(installed)('serves', () => {
    test('every file as it is, with its type and its headers', async () => {
      const files = walk(dist).filter(
        ({ place, entry }) => entry.isFile() && !/(?:^|\/)[._]|\.(?:br|gz)$/.test(`/${place}`.replace('/_astro/', '/')),
      )
      expect(files.length).toBeGreaterThan(140)
      for (const { place } of files) {
        const { headers, body } = await get200(place.replace(/(^|\/)index\.html$/, '$1'))
        expect(body.equals(readFileSync(path.join(dist, place))), place).toBe(true)
        const ending = place.slice(place.lastIndexOf('.') + 1)
        const type = place === 'feed.xml' ? 'application/atom+xml; charset=utf-8' : TYPES[ending]
        if (type)
          expect([place, headers['content-type']?.replace(/^(application\/json); charset=utf-8$/, '$1')]).toEqual([
            place,
            type,
          ])
        const isKept = /^(?:_astro|pagefind\/[0-9a-f]+)\//.test(place)
        expect([place, headers['cache-control']]).toEqual([
          place,
          isKept ? 'public, max-age=31536000, immutable' : 'no-cache',
        ])
        const policy = place.endsWith('.pdf') ? undefined : /search-worker/.test(place) ? workerPolicy : headerPolicy
        expect([place, headers['content-security-policy']]).toEqual([place, policy])
        const isData = /\.(?:csv|json|jsonld|ics|md|xml)$/.test(place)
        expect([place, headers['access-control-allow-origin']]).toEqual([place, isData ? '*' : undefined])
        expect(headers).toMatchObject({
          'strict-transport-security': 'max-age=63072000',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
        })
      }
    })

    test('what was packed, to who takes it', async () => {
      const whole = readFileSync(path.join(dist, 'r7/all/index.html'))
      const gzipped = await get200('r7/all/', { 'accept-encoding': 'gzip' })
      expect([gzipped.headers['content-encoding'], gzipped.headers['vary']?.toLowerCase()]).toEqual([
        'gzip',
        'accept-encoding',
      ])
      expect(gzipped.body.equals(readFileSync(path.join(dist, 'r7/all/index.html.gz')))).toBe(true)
      expect(gunzipSync(gzipped.body).equals(whole)).toBe(true)
      const best = await get200('r7/all/', { 'accept-encoding': 'gzip, br' })
      if (best.headers['content-encoding'] === 'br') expect(brotliDecompressSync(best.body).equals(whole)).toBe(true)
      else expect([name, best.headers['content-encoding']]).toEqual(['nginx', 'gzip'])
      for (const encoding of ['gzip', 'gzip, br']) {
        const { headers } = await get200('r7/all/', { 'accept-encoding': encoding })
        expect(headers['content-type']).toBe(TYPES['html'])
      }
    })

    test('parts of files, and nothing to who has them already', async () => {
      const whole = readFileSync(path.join(dist, 'r7/report.pdf'))
      const part = await request(host.origin, `${BASE}r7/report.pdf`, { range: 'bytes=100-199' })
      expect([part.status, part.headers['content-range'], part.body.equals(whole.subarray(100, 200))]).toEqual([
        206,
        `bytes 100-199/${whole.length}`,
        true,
      ])
      expect((await request(host.origin, `${BASE}r7/report.pdf`, { range: 'bytes=99999999-' })).status).toBe(416)
      for (const place of ['r7/2-1-3-1/', 'r7/results.csv']) {
        for (const encoding of ['identity', 'gzip']) {
          const { headers } = await get200(place, { 'accept-encoding': encoding })
          const etag = String(headers.etag)
          expect(etag).toMatch(/^(?:W\/)?".+"$/)
          const again = await request(host.origin, BASE + place, { 'if-none-match': etag, 'accept-encoding': encoding })
          expect([place, again.status, again.body.length]).toEqual([place, 304, 0])
          const since = await request(host.origin, BASE + place, {
            'if-modified-since': String(headers['last-modified']),
            'accept-encoding': encoding,
          })
          expect(since.status).toBe(304)
          expect((await request(host.origin, BASE + place, { 'if-none-match': '"other"' })).status).toBe(200)
        }
      }
    })

    test('a page’s address without its slash leads to the page', async () => {
      const { status, headers } = await request(host.origin, `${BASE}r7/2-1-3-1?q=a`)
      expect([301, 302, 307, 308]).toContain(status)
      // Caddy 2.6 leaves the question out.
      const asked = name === 'caddy' ? '' : '?q=a'
      expect(new URL(headers.location ?? '', host.origin).href).toBe(`${host.origin}${BASE}r7/2-1-3-1/${asked}`)
    })

    test.each<[string, string?]>([
      ['r9/'],
      ['r7/results'],
      ['r7/2-1-3-1/index.html/'],
      ['pagefind/'],
      ['_astro/'],
      ['_astro/none.js'],
      ['.gyokaku-build'],
      ['.gyokaku-versions.json'],
      ['_headers'],
      ['index.html.gz'],
      ['index.html.br'],
      ['%00'],
      ['%E0%A4%A'],
      ['../secret.txt'],
      ['../../secret.txt'],
      ['..%2f..%2fsecret.txt'],
      ['%2e%2e/%2e%2e/secret.txt'],
      ['r7/..%5c..%5c..%5csecret.txt'],
      ['a name of 300 letters', 'r7/' + 'a'.repeat(300)],
      ['a name of 10,000 letters', 'a'.repeat(10_000)],
      ['a question of 10,000 letters', 'search/?q=' + 'a'.repeat(10_000)],
      ['5,000 folders', 'a/'.repeat(5_000)],
    ])('nothing at %s', async (named, place = named) => {
      const { status, body, headers } = await request(host.origin, BASE + place)
      if (place.startsWith('search/') && status === 200) return
      // For a name that no file can have Caddy answers 500.
      const isImpossible = place === '%00' || place.length > 255
      expect([400, 404, 414, ...(name === 'caddy' && isImpossible ? [500] : [])]).toContain(status)
      expect(body.toString()).not.toMatch(/secret\n?$|Index of/)
      if (status === 404) {
        expect(body.equals(readFileSync(path.join(dist, '404.html')))).toBe(true)
        expect([headers['content-type'], headers['cache-control']]).toEqual([TYPES['html'], 'no-cache'])
        expect(headers['content-security-policy']).toBe(headerPolicy)
      }
      expect((await request(host.origin, BASE)).status).toBe(200)
    })

    test('no list of what stands beside the site', async () => {
      for (const place of ['/', '/other/']) expect((await request(host.origin, place)).status).toBe(404)
    })

    test.each([['POST'], ['PUT'], ['DELETE'], ['PATCH'], ['TRACE'], ['OPTIONS'], ['PROPFIND']])(
      'nothing to %s',
      async (method) => {
        const { status } = await request(host.origin, `${BASE}r7/2-1-3-1/`, {}, method)
        expect([403, 405, 501]).toContain(status)
        expect((await request(host.origin, `${BASE}r7/2-1-3-1/`)).status).toBe(200)
      },
    )

    test('a head alone to HEAD', async () => {
      const { status, body, headers } = await request(host.origin, `${BASE}r7/2-1-3-1/`, {}, 'HEAD')
      expect([status, body.length, headers['content-type']]).toEqual([200, 0, TYPES['html']])
    })

    test.each([
      ['no HTTP', '\0\x01\x02\r\n\r\n'],
      ['two lengths', `GET ${BASE} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`],
      ['a header without end', `GET ${BASE} HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
      ['another host', `GET ${BASE} HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`],
    ])('%s does no harm', async (_, bytes) => {
      expect(await requestRaw(host.origin, bytes)).not.toMatch(/secret|elsewhere/)
      expect((await request(host.origin, BASE)).status).toBe(200)
    })

    test('without TLS nothing but the way to it', async ({ skip }) => {
      if (name === 'caddy') skip('Caddy does so by itself; its ports here are others than 80 and 443')
      const location = await new Promise<string | undefined>((told, failed) => {
        get(`${host.plainOrigin}${BASE}r7/?q=1`, (response) => {
          response.resume()
          told(response.headers.location)
        }).on('error', failed)
      })
      expect(location).toBe(`${host.origin}${BASE}r7/?q=1`)
    })

    test('to a browser whatever readers do, without a violation, an error, or a failed or foreign request', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, acceptDownloads: true })
      const home = host.origin + BASE
      for (const [place, does, act] of [...KINDS.map((kind) => [kind, 'reads', read] as const), ...DOINGS]) {
        const { page, faults } = await watchedPage(context, home)
        await page.goto(home + place)
        await act(page)
        expect([place, does, ...faults]).toEqual([place, does])
        await page.close()
      }
      await context.close()
    })
  })
})

test('what is packed is smaller by more than a half', () => {
  const sizes = (ending: string) => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith(`.html${ending}`),
    )
    return files.reduce((sum, file) => sum + readFileSync(path.join(dist, file)).length, 0)
  }
  const [whole, gz, br] = [sizes(''), sizes('.gz'), sizes('.br')]
  console.log({ whole, gz, br })
  expect(gz).toBeLessThan(whole / 2)
  expect(br).toBeLessThan(gz)
})
