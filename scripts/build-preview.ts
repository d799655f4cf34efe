/**
 * `npm run build-preview`: in a pull request's workflow, builds the site as the proposal makes it, with drafts and without
 * the PDF, for no search engine to list; for the place of its preview, else for the root.
 */
import { requirePullRequest } from '../src/build/github.ts'
import { buildSite } from '../src/build/site.ts'
import { previewUrl } from '../src/review/pages.ts'
import { command } from './command.ts'

await command(async () => {
  const preview = previewUrl(process.env['PAGES_URL'], requirePullRequest(process.env))
  const settings = { BASE_PATH: preview ? new URL(preview).pathname : '/', DRAFTS: '1', PDF: '0', PREVIEW: '1' }
  Object.assign(process.env, settings)
  return (await buildSite()) ? 0 : 1
})
