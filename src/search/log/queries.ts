import { LONGEST_QUERY, readAddress } from '../answer/address.ts'

/** What a file of queries may be: a server's access log (common or combined), a Caddy log, or a query on each line. */
export type LogForm = 'common' | 'caddy' | 'list'

/** What a line says: a query; nothing that was searched for; or nothing that can be read. */
export type LogLine = { query: string } | 'other' | 'unreadable'

/** The form of a file by its first lines; `null` for a log of another kind, from which nothing may be shown. */
export function formOf(lines: readonly string[]): LogForm | null {
  const filled = lines.filter((line) => line.trim() !== '')
  const most = (isOfForm: (line: string) => boolean) => filled.filter(isOfForm).length * 2 > filled.length
  if (most((line) => REQUEST.test(line))) return 'common'
  if (most((line) => readCaddy(line) !== null)) return 'caddy'
  return filled.some(isOfAnyLog) ? null : 'list'
}

/** Reads one line. Of a log only the query is taken, from searches that were answered. */
export function readLine(line: string, form: LogForm): LogLine {
  if (line.trim() === '') return 'other'
  if (form === 'list') return isOfAnyLog(line) ? 'unreadable' : queryOf(line)
  const request = form === 'common' ? readCommon(line) : readCaddy(line)
  if (!request) return 'unreadable'
  const { method, target, status } = request
  // Servers write bytes that they don't trust as `\xE9`.
  const [path = '', parameters = ''] = target.replace(/\\x([\da-f]{2})/gi, '%$1').split(/\?(.*)/s)
  const isSearch = method === 'GET' && (status === 200 || status === 304) && path.endsWith('/search/')
  return isSearch ? queryOf(readAddress(new URLSearchParams(parameters)).query) : 'other'
}

/** The first quoted part of a line: `"GET /search/?q=… HTTP/1.1" 200`. */
const REQUEST = /^[^"]*"([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?" (\d{3})\b/

interface Request {
  method: string
  target: string
  status: number
}

function readCommon(line: string): Request | null {
  const [, method, target, status] = REQUEST.exec(line) ?? []
  return method !== undefined && target !== undefined ? { method, target, status: Number(status) } : null
}

function readCaddy(line: string): Request | null {
  if (!line.startsWith('{')) return null
  try {
    const { request, status } = JSON.parse(line) as { request?: { method?: unknown; uri?: unknown }; status?: unknown }
    const { method, uri } = request ?? {}
    return typeof method === 'string' && typeof uri === 'string'
      ? { method, target: uri, status: Number(status) }
      : null
  } catch {
    return null
  }
}

/** What stands in logs and in no query: an object, a request, the time of day, the address of a machine. */
const LOG_MARKS = /^\{.*":|\bHTTP\/\d|\d\d:\d\d:\d\d|\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[\da-f]{1,4}:){3}|::[\da-f]/i

const isOfAnyLog = (line: string) => LOG_MARKS.test(line) || line.length > LONGEST_QUERY

/** What people type of themselves by mistake: a mail address, a telephone number. */
const PERSONAL = /[^\s@]@[^\s@]+\.[^\s@]|(?<!\d)0\d{1,4}[-ー－\s]?\d{1,4}[-ー－\s]?\d{3,4}(?!\d)/

function queryOf(typed: string): LogLine {
  const query = typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  // A query in another encoding than UTF-8 comes out as these.
  if (query.includes('\ufffd')) return 'unreadable'
  return query === '' || PERSONAL.test(query.normalize('NFKC')) ? 'other' : { query: query.slice(0, LONGEST_QUERY) }
}
