import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A question that GitHub's API was asked, and, where something was to be written, what. */
export interface Asked {
  method: string
  path: string
  body?: unknown
}

/** Answers as GitHub's API would: by `GET /pulls/12` and the like, below the repository; `undefined` is not there. */
export type Answers = (asked: Asked) => unknown

/** Stands in the place of GitHub's API, which no test may ask, on this machine. */
export async function serveApi(answers: Answers): Promise<{ url: string; asked: Asked[]; close: () => void }> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const question: Asked = {
        method: request.method ?? '',
        path: (request.url ?? '').replace('/repos/pref/report/', ''),
        ...(body === '' ? {} : { body: JSON.parse(body) as unknown }),
      }
      asked.push(question)
      const answer = request.headers.authorization === 'Bearer token' ? answers(question) : undefined
      response.statusCode = answer === undefined ? 404 : 200
      response.end(answer instanceof Uint8Array ? answer : JSON.stringify(answer ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const bytes of request) text += String(bytes)
  return text
}
