import { describe, expect, test } from 'vitest'
import { formOf, readLine } from '../../../src/search/log/queries.ts'
import { sayLog } from '../../../src/search/log/say-log.ts'
import { Tally, outcomeOf } from '../../../src/search/log/tally.ts'

const BEHIND = '[25/Nov/2026:04:00:00 +0900]'
const common = (request: string, status = 200) => `203.0.113.9 - taro ${BEHIND} "${request}" ${status} 512`
const search = (parameters: string) => common(`GET /search/?${parameters} HTTP/1.1`)
const caddy = (uri: string, { status = 200, method = 'GET' } = {}) =>
  JSON.stringify({ level: 'info', ts: 1.5, request: { remote_ip: '203.0.113.9', method, uri, headers: {} }, status })

describe('what a file of queries is', () => {
  test.each([
    ['a common log', [search('q=a'), search('q=b')], 'common'],
    ['a combined one', [`${search('q=a')} "https://example.jp/" "Mozilla/5.0 (\\"x\\")"`], 'common'],
    ['with the host before', [`example.jp:443 ${search('q=a')}`], 'common'],
    ['with noise between', [common('\\x16\\x03', 400), search('q=a'), search('q=b')], 'common'],
    ['of requests of HTTP/0.9', [common('GET /')], 'common'],
    ['a log of Caddy', [caddy('/'), '', caddy('/search/?q=a')], 'caddy'],
    [
      'queries line by line',
      ['電子契約', '', 'DX 推進', 'R7.4', '1.8万', '[再掲]', '2-1-3-1', '「伝わる」広報'],
      'list',
    ],
    ['nothing at all', ['', ''], 'list'],
    ['a log of IIS', ['#Version: 1.0', '2026-11-25 04:00:00 203.0.113.9 GET /search/ q=a 443'], null],
    ['other JSON', ['{"ip":"203.0.113.9","path":"/search/?q=a"}'], null],
    ['addresses alone', ['2001:db8::1'], null],
    ['an error log', ['[Wed Nov 25 04:00:00 2026] [error] client denied'], null],
  ])('%s', (_, lines, form) => {
    expect(formOf(lines)).toBe(form)
  })
})

describe('the query of a line', () => {
  test.each([
    ['percent signs', search('q=%E9%A2%A8%E8%BB%8A'), '風車'],
    ['a plus for a blank', search('q=DX+%E6%8E%A8%E9%80%B2'), 'DX 推進'],
    ['bytes that the server writes so', search('q=\\xE9\\xA2\\xA8\\xe8\\xbb\\x8a'), '風車'],
    ['the characters themselves', search('q=風車&viewpoint=5'), '風車'],
    ['after other parameters', search('year=r7&q=%E6%B8%AF'), '港'],
    ['a question mark in the query', search('q=いつ?'), 'いつ?'],
    ['below a path', common('GET /kensei/search/?q=a HTTP/2.0'), 'a'],
    ['a whole address', common('GET https://example.jp/search/?q=a HTTP/1.1'), 'a'],
    ['an answer from the browser’s store', common('GET /search/?q=a HTTP/1.1', 304), 'a'],
    ['white space around and inside', search('q=+%E6%B8%AF%E3%80%80%E3%80%80a%0A'), '港 a'],
  ])('%s', (_, line, query) => {
    expect(readLine(line, 'common')).toEqual({ query })
  })

  test.each([
    ['of another page', common('GET /r7/2-1-3-1/?q=a HTTP/1.1'), 'other'],
    ['that leads on to the page', common('GET /search?q=a HTTP/1.1', 301), 'other'],
    ['that only asks for the head', common('HEAD /search/?q=a HTTP/1.1'), 'other'],
    ['that failed', common('GET /search/?q=a HTTP/1.1', 404), 'other'],
    ['without a query', search('q='), 'other'],
    ['only named by the page before', `${common('GET / HTTP/1.1')} "https://example.jp/search/?q=a" "M"`, 'other'],
    ['of a mail address', search('q=taro%40example.jp'), 'other'],
    ['of a telephone number', search('q=%E9%9B%BB%E8%A9%B1+017-722-1111'), 'other'],
    ['in another encoding', search('q=%93%64'), 'unreadable'],
    ['that is none', 'nonsense', 'unreadable'],
    ['that is blank', ' ', 'other'],
  ])('is not taken from a request %s', (_, line, says) => {
    expect(readLine(line, 'common')).toBe(says)
  })

  test.each([
    [caddy('/search/?q=%E9%A2%A8%E8%BB%8A'), { query: '風車' }],
    [caddy('/kensei/search/?q=a', { status: 304 }), { query: 'a' }],
    [caddy('/search/?q=a', { status: 500 }), 'other'],
    [caddy('/search/?q=a', { method: 'HEAD' }), 'other'],
    ['{"level":"info","msg":"started"}', 'unreadable'],
    ['{"request":', 'unreadable'],
    ['null', 'unreadable'],
  ])('of Caddy: %s', (line, says) => {
    expect(readLine(line, 'caddy')).toEqual(says)
  })

  test('in a list it is the line, and a line of a log is never one', () => {
    expect(readLine(' 県の 貯金 ', 'list')).toEqual({ query: '県の 貯金' })
    expect(readLine(search('q=a'), 'list')).toBe('unreadable')
    expect(readLine('203.0.113.9', 'list')).toBe('unreadable')
  })
})

test('queries are counted by what they ask, the most frequent first', () => {
  const tally = new Tally('list')
  for (const line of ['b', 'ＤＸ', 'dx', '', 'dx', 'a', '10', '9', '203.0.113.9']) tally.add(line)
  expect(tally.asked()).toEqual([
    { query: 'dx', times: 3 },
    { query: '9', times: 1 },
    { query: '10', times: 1 },
    { query: 'a', times: 1 },
    { query: 'b', times: 1 },
  ])
  expect(tally.unreadable).toBe(1)
})

test.each([
  [1, 0, 'answer'],
  [1, 1, 'answer'],
  [0, 1, 'near'],
  [0, 0, 'nothing'],
])('an answer of %i with %i lists below is %s', (total, lists, outcome) => {
  const related = Array.from({ length: lists }, () => ({ kind: 'forgiven' as const, total: 1, items: [] }))
  expect(outcomeOf({ total, related })).toBe(outcome)
})

test('what was not found is said with its counts, in columns', () => {
  const nothing = [
    { query: '風車', times: 12 },
    { query: '港', times: 1 },
  ]
  expect(sayLog({ all: [...nothing, { query: 'DX', times: 2 }], nothing, near: [] }).split('\n')).toEqual([
    '検索 15 回、3 通りの言葉を、作ってあるサイトの検索に問い直しました。',
    '',
    '何も見つからなかった言葉（2 通り、13 回）',
    '  12 回  風車',
    '   1 回  港',
    '',
    '近い取組だけが見つかった言葉はありません。',
  ])
  expect(sayLog({ all: [], nothing: [], near: [] })).toBe('検索の言葉は1つもありませんでした。')
})
