/** `npm run build-pages`: in the workflow that deploys, builds the site for its place on GitHub Pages (`PAGES_URL`). */
import { Refused } from '../src/build/failures.ts'
import { buildSite } from '../src/build/site.ts'
import { siteOnPages } from '../src/review/pages.ts'
import { command } from './command.ts'

await command(async () => {
  const place = siteOnPages(process.env['PAGES_URL'])
  if (!place)
    throw new Refused('変数 PAGES_URL に、https://owner.github.io/name のような Pages のアドレスを設定してください。')
  Object.assign(process.env, place)
  return (await buildSite()) ? 0 : 1
})
