import type { IncomingHttpHeaders } from 'node:http'
import { request as ask } from 'node:https'
import { connect } from 'node:tls'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks a server whose certificate nobody vouches for; the path goes out as it is, `..` too. */
export function request(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path, method, headers, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = []
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
        .on('error', reject)
    })
    asked.on('error', reject).end()
  })
}

/** Writes bytes to a server and gives what comes back. */
export function requestRaw(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => socket.write(bytes))
    socket
      .on('data', (part) => (text += String(part)))
      .on('error', () => resolve(text))
      .on('close', () => resolve(text))
    socket.setTimeout(3000, () => socket.destroy())
  })
}
