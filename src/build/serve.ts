import { existsSync, readFileSync } from 'node:fs'
import { type RequestListener, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'

const PAGE = 'index.html'

/** A server that runs. */
export interface Served {
  /** `http://localhost:PORT` */
  origin: string
  /** The site's home page there: `http://localhost:PORT/kensei/`. */
  home: string
  close: () => Promise<void>
}

/**
 * Serves a built folder below `base` as any plain file host does: `/r7/` is `r7/index.html`, `/r7` leads there, and what is
 * missing is `404.html`. Only this machine reaches it. `port` 0 takes a free one; a taken one throws `EADDRINUSE`.
 */
export async function serve(dist: string, { base = '/', port = 0 } = {}): Promise<Served> {
  const server = createServer(answer(dist, base))
  // An idle connection stays open: Node's fetch would otherwise now and then reuse one that is just being closed.
  server.keepAliveTimeout = 0
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, 'localhost', listening))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    home: origin + base,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

/** Whether nobody listens at a port of this machine. */
export async function isFreePort(port: number): Promise<boolean> {
  try {
    const { close } = await serve('', { port })
    await close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false
    throw error
  }
}

function answer(dist: string, base: string): RequestListener {
  // `dev`: looks at the disk for each request, so that a build that is swapped in is seen at once.
  const files = sirv(dist, { dev: true, etag: true })
  const notFound = (response: ServerResponse) => {
    response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' }).end(notFoundPage(dist))
  }
  return (request, response) => {
    const url = URL.parse(`http://localhost${request.url}`)
    if (url && lacksSlash(url.pathname, dist, base)) {
      response.writeHead(301, { location: `${url.pathname.replace(/^\/+/, '/')}/${url.search}` }).end()
    } else if (url?.pathname.startsWith(base)) {
      request.url = `/${url.pathname.slice(base.length)}`
      files(request, response, () => notFound(response))
    } else {
      notFound(response)
    }
  }
}

/** `/r7` for the page `/r7/`. */
function lacksSlash(pathname: string, dist: string, base: string): boolean {
  const page = `${pathname}/`
  return !pathname.endsWith('/') && page.startsWith(base) && existsSync(path.join(dist, page.slice(base.length), PAGE))
}

function notFoundPage(dist: string): string {
  const file = path.join(dist, '404.html')
  return existsSync(file) ? readFileSync(file, 'utf8') : 'not found'
}
