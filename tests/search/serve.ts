import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** A folder over HTTP on a free port; what was asked of it, in order, is in `requests`. */
export interface Site {
  url: string
  requests: string[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves a built site as a static host does. `refuse` names paths that it must not find. */
export async function serve(folder: string, refuse: (path: string) => boolean = () => false): Promise<Site> {
  const requests: string[] = []
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    requests.push(pathname)
    const found = refuse(pathname) ? Promise.reject(new Error('refused')) : readFile(file)
    found.then(
      (body) => response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
