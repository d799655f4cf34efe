import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A server of others that serves a site on this machine. */
export interface Hosted {
  /** `https://localhost:PORT` */
  origin: string
  /** The same without TLS, which leads on to it. */
  plainOrigin: string
  close: () => Promise<void>
}

export const isInstalled = (program: string) => spawnSync(program, ['-h']).error === undefined

/** What a page of instructions says to change in a file, and to what. Throws where the file has no such line. */
function changed(file: string, lines: readonly (readonly [string, string])[]): string {
  return lines.reduce(
    (text, [line, other]) => {
      if (!text.includes(line)) throw new Error(`${file} has no ${line}`)
      return text.replaceAll(line, other)
    },
    readFileSync(file, 'utf8'),
  )
}

const NGINX_MODULES = '/etc/nginx/modules-enabled'

/** Debian's nginx with `hosting/nginx.conf`, in a folder of its own; `root` holds the site in its base path. */
export async function startNginx(folder: string, root: string, base: string): Promise<Hosted> {
  mkdirSync(folder, { recursive: true })
  const [port, plainPort] = [await freePort(), await freePort()]
  const { certificate, key } = makeCertificate(folder)
  const hasBrotli =
    existsSync(NGINX_MODULES) && readdirSync(NGINX_MODULES).some((name) => name.includes('brotli-static'))
  const site = changed('hosting/nginx.conf', [
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['https://$host$', `https://$host:${port}$`],
    ['server_name www.pref.example.jp;', 'server_name localhost;'],
    ['/etc/ssl/certs/gyokaku.pem', certificate],
    ['/etc/ssl/private/gyokaku.key', key],
    ['root /srv/gyokaku/current;', `root ${root};`],
    ['set $base /;', `set $base ${base};`],
    ...(hasBrotli ? [['# brotli_static on;', 'brotli_static on;'] as const] : []),
  ])
  const modules = hasBrotli ? `include ${NGINX_MODULES}/*brotli-static.conf;` : ''
  return runNginx(folder, site, modules, port, plainPort)
}

/** An nginx that serves the files of `root` over TLS and does nothing else: what the machine gives at best. */
export async function startBareNginx(folder: string, root: string): Promise<Hosted> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const { certificate, key } = makeCertificate(folder)
  const tls = `listen 127.0.0.1:${port} ssl http2; ssl_certificate ${certificate}; ssl_certificate_key ${key};`
  return runNginx(folder, `server { ${tls} root ${root}; }`, '', port, port)
}

function runNginx(folder: string, site: string, modules: string, port: number, plainPort: number): Promise<Hosted> {
  writeFileSync(path.join(folder, 'site.conf'), site)
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temporary = places.map((name) => `${name}_temp_path ${folder}/${name};`)
  const main = `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${modules}
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  ${temporary.join('\n  ')}
  include ${folder}/site.conf;
}
`
  writeFileSync(path.join(folder, 'nginx.conf'), main)
  const nginx = spawn('nginx', ['-c', `${folder}/nginx.conf`, '-e', `${folder}/error.log`], { stdio: 'inherit' })
  return running(nginx, port, plainPort)
}

/** Caddy with `hosting/Caddyfile`. */
export async function startCaddy(folder: string, root: string, base: string): Promise<Hosted> {
  mkdirSync(folder, { recursive: true })
  const [port, plainPort] = [await freePort(), await freePort()]
  const { certificate, key } = makeCertificate(folder)
  const site = changed('hosting/Caddyfile', [
    ['www.pref.example.jp {', `https://localhost:${port} {\n\ttls ${certificate} ${key}`],
    ['root * /srv/gyokaku/current', `root * ${root}`],
    ['vars base /', `vars base ${base}`],
  ])
  const options = `{\n\tadmin off\n\tauto_https disable_redirects\n\thttp_port ${plainPort}\n}\n`
  writeFileSync(path.join(folder, 'Caddyfile'), `${options}${site}`)
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const args = ['run', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile')]
  return running(spawn('caddy', args, { env, stdio: ['ignore', 'ignore', 'pipe'] }), port, plainPort)
}

function makeCertificate(folder: string): { certificate: string; key: string } {
  const [certificate, key] = [path.join(folder, 'site.pem'), path.join(folder, 'site.key')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = spawnSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', certificate])
  if (made.status !== 0) throw new Error(String(made.stderr))
  return { certificate, key }
}

async function running(server: ChildProcess, port: number, plainPort: number): Promise<Hosted> {
  let said = ''
  server.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 300 || server.exitCode !== null) throw new Error(`the server did not come: ${said}`)
    await wait(50)
  }
  return {
    origin: `https://localhost:${port}`,
    plainOrigin: `http://localhost:${plainPort}`,
    close: async () => {
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end()
      told(true)
    }).on('error', () => told(false))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
