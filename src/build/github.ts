import { readFileSync } from 'node:fs'
import { type PullRequest, readPullRequest } from '../review/pull-request.ts'
import { Refused } from './failures.ts'

/** The pull request that this workflow runs for. Throws `Refused` anywhere else. */
export function requirePullRequest(env: NodeJS.ProcessEnv): PullRequest {
  const file = env['GITHUB_EVENT_PATH']
  const pullRequest = file ? readPullRequest(JSON.parse(readFileSync(file, 'utf8'))) : null
  if (!pullRequest) throw new Refused('GitHub のプルリクエストの検査の中でだけ使えます（GITHUB_EVENT_PATH）。')
  return pullRequest
}

/** Where the repository and this run of a workflow are read. */
export function workflowUrls(env: NodeJS.ProcessEnv): { repository: string; run: string } {
  const repository = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`
  return { repository, run: `${repository}/actions/runs/${env['GITHUB_RUN_ID']}` }
}
