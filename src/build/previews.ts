import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'astro/zod'
import { unzipSync } from 'fflate'
import { PREVIEWS } from '../review/pages.ts'
import { Refused } from './failures.ts'

/** More proposals than a host has room for: the newest ones have a preview. */
const MOST = 20

const fromRepository = z.object({ full_name: z.string() }).nullable()
const pullsSchema = z.array(
  z.object({ number: z.int().positive(), head: z.object({ sha: z.string(), repo: fromRepository }) }),
)
const runsSchema = z.object({ workflow_runs: z.array(z.object({ id: z.int(), head_repository: fromRepository })) })
const artifactsSchema = z.object({ artifacts: z.array(z.object({ id: z.int(), expired: z.boolean() })) })

/** Where GitHub's API stands, and whose repository it is asked about. */
export interface Api {
  url: string
  /** `owner/name` */
  repository: string
  token: string
}

/**
 * Puts the previews of open proposals from branches of the repository itself below the built site, each in `preview/N/`,
 * as the check of its newest commit built and kept it. Gives their numbers. A proposal whose check is not done, has
 * errors or is too old has none.
 */
export async function collectPreviews(api: Api, out: string): Promise<number[]> {
  const isOwn = (repo: z.infer<typeof fromRepository>) => repo?.full_name === api.repository
  rmSync(path.join(out, PREVIEWS), { recursive: true, force: true })
  const pulls = pullsSchema.parse(await ask(api, 'pulls?state=open&sort=created&direction=desc&per_page=100'))
  const placed: number[] = []
  for (const { number, head } of pulls.filter(({ head }) => isOwn(head.repo)).slice(0, MOST)) {
    const query = `head_sha=${head.sha}&event=pull_request&status=success&per_page=100`
    const { workflow_runs: runs } = runsSchema.parse(await ask(api, `actions/workflows/check.yml/runs?${query}`))
    const run = runs.find(({ head_repository: repo }) => isOwn(repo))
    if (!run) continue
    const { artifacts } = artifactsSchema.parse(await ask(api, `actions/runs/${run.id}/artifacts?name=site`))
    const kept = artifacts.find(({ expired }) => !expired)
    if (!kept) continue
    const zip = await (await request(api, `actions/artifacts/${kept.id}/zip`)).arrayBuffer()
    unpack(new Uint8Array(zip), path.join(out, PREVIEWS, String(number)))
    placed.push(number)
  }
  return placed
}

async function ask(api: Api, question: string): Promise<unknown> {
  return (await request(api, question)).json()
}

async function request({ url, repository, token }: Api, question: string): Promise<Response> {
  const response = await fetch(`${url}/repos/${repository}/${question}`, {
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
  })
  if (!response.ok) throw new Refused(`GitHub が ${response.status} と答えました（${question}）。`)
  return response
}

/** Writes the files of an archive below a folder. Names that lead out of it are refused. */
function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.resolve(folder, name)
    if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Refused(`「${name}」は見本の外を指しています。`)
    if (name.endsWith('/')) continue
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
