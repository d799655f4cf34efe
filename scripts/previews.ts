/** `npm run previews`: in the workflow that deploys, puts the previews of open proposals below the built site. */
import { Refused } from '../src/build/failures.ts'
import { isBuilt, outDir } from '../src/build/out-folder.ts'
import { collectPreviews } from '../src/build/previews.ts'
import { command } from './command.ts'

await command(async () => {
  const { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = process.env
  if (!url || !repository || !token) throw new Refused('GitHub の仕組み（Actions）の中でだけ使えます。')
  if (!isBuilt(outDir()))
    throw new Refused(`${outDir()} にサイトがありません。先に npm run build-pages をしてください。`)
  const numbers = await collectPreviews({ url, repository, token }, outDir())
  console.log(numbers.length > 0 ? `見本を置いた提案: ${numbers.join('、')}` : '見本のある提案はありません。')
  return 0
})
