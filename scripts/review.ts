/**
 * `npm run --silent review -- [--base REF|DIR] [--out DIR]`: what GitHub shows of a pull request, in its workflow. Prints
 * annotations, writes the job's summary and, for the workflow that comments, the comment's text and the pull request's
 * number. Exit 1 where the content has errors.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readBase } from '../src/build/base.ts'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { requirePullRequest, workflowUrls } from '../src/build/github.ts'
import { pageLinks } from '../src/build/page-links.ts'
import { spellingFindings } from '../src/build/spelling.ts'
import { stateOf } from '../src/build/state.ts'
import { formatGithub } from '../src/check/reporters/github.ts'
import { changedLines } from '../src/compare/changed-lines.ts'
import { changesOf } from '../src/compare/changes.ts'
import { formatMarkdown } from '../src/compare/reporters/markdown.ts'
import { formatComment } from '../src/review/comment.ts'
import { previewUrl, siteOnPages } from '../src/review/pages.ts'
import { formatSummary } from '../src/review/summary.ts'
import { type Finding, compareFindings } from '../src/text/finding.ts'
import type { SourceFile } from '../src/text/source-file.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = '使い方: npm run --silent review -- [--base 版かフォルダー] [--out フォルダー]'

await command(async () => {
  const { base, out } = readArguments()
  const pullRequest = requirePullRequest(process.env)
  const [filesBefore, files] = [await readBase(base, contentDir()), await readFiles(contentDir())]
  const isChanged = changedLines(filesBefore, files)
  const [before, after] = [await stateWithWords(filesBefore), await stateWithWords(files)]
  const findings = after.findings.filter((finding) => finding.rule !== 'spelling' || isChanged(finding))
  const changes = changesOf(before, after)

  const hasErrors = findings.some(({ severity }) => severity === 'error')
  // What has errors is not built.
  const preview = hasErrors ? null : previewUrl(process.env['PAGES_URL'], pullRequest)
  const site = siteOnPages(process.env['PAGES_URL'])
  const links = pageLinks({ ...process.env, ...site, PREVIEW_URL: preview ?? undefined })
  const { repository, run } = workflowUrls(process.env)
  const dir = path.relative(process.env['GITHUB_WORKSPACE'] ?? '.', contentDir())
  console.log(formatGithub(findings, dir, isChanged))
  const whole = { findings, isChanged, changes: formatMarkdown(changes, links, true), dir }
  const summary = formatSummary({ ...whole, files: `${repository}/blob/${pullRequest.into}` })
  if (process.env['GITHUB_STEP_SUMMARY']) appendFileSync(process.env['GITHUB_STEP_SUMMARY'], summary)
  mkdirSync(out, { recursive: true })
  writeFileSync(path.join(out, 'comment.md'), formatComment(findings, formatMarkdown(changes, links), { preview, run }))
  writeFileSync(path.join(out, 'number.txt'), `${pullRequest.number}\n`)
  return hasErrors ? 1 : 0
})

/** What the check says, and what words are written in another way. */
async function stateWithWords(files: readonly SourceFile[]) {
  const state = stateOf(files)
  const findings: Finding[] = [...state.findings, ...(await spellingFindings(files))].sort(compareFindings)
  return { ...state, findings }
}

function readArguments() {
  try {
    // The first parent of the merge that GitHub checks out is the branch that the proposal is to go into.
    const options = { base: { type: 'string', default: 'HEAD^1' }, out: { type: 'string', default: 'review' } } as const
    return parseArgs({ options }).values
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
