import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve } from '../../src/build/serve.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    dist: string
    /** Where it is served: `http://localhost:PORT`. */
    origin: string
  }
}

/** Where a site stands of which all is set, whatever the machine of the tests has set. */
export const SETTINGS = {
  SITE_URL: 'https://report.example',
  BASE_PATH: '/',
  GITHUB_SERVER_URL: 'https://git.example',
  GITHUB_REPOSITORY: 'aomori/gyokaku-report',
}

/** Builds the frozen report once, as `npm run build` does, and serves it for all tests of the site. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'))
  const dist = path.join(folder, 'dist')
  const env = { ...process.env, ...SETTINGS, CONTENT_DIR: FROZEN_CONTENT, OUT_DIR: dist }
  const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`)
  const server = await serve(dist)
  project.provide('dist', dist)
  project.provide('origin', server.origin)
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
