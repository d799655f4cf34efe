import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createGunzip } from 'node:zlib'
import { viewOf } from '../search/answer/view.ts'
import { SEARCH_FILES } from '../search/index/files.ts'
import { formOf } from '../search/log/queries.ts'
import { type Asked, Tally, outcomeOf } from '../search/log/tally.ts'
import { type Pagefind, openIndex } from '../search/page/pagefind-index.ts'
import { Refused } from './failures.ts'
import { ownIndexOf } from './last-versions.ts'
import { serve } from './serve.ts'

/** So many lines tell what kind of file it is. */
const FIRST_LINES = 20

/** Counts the searches of a log or a list of queries, `.gz` too. Throws `Refused` for a log of another form. */
export async function readSearches(file: string): Promise<Tally> {
  const first: string[] = []
  let tally: Tally | null = null
  const begin = (): Tally => {
    const form = formOf(first)
    if (!form) throw new Refused(`「${file}」は、読み方の分からないログです。${FORMS}何も表示しませんでした。`)
    const begun = new Tally(form)
    for (const line of first) begun.add(line)
    return begun
  }
  for await (const line of linesOf(file)) {
    if (tally) tally.add(line)
    else if (first.push(line) === FIRST_LINES) tally = begin()
  }
  return tally ?? begin()
}

/** Line by line: a log may be larger than the memory. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = file.endsWith('.gz')
  const input = packed ? pipeline(createReadStream(file), createGunzip(), () => undefined) : createReadStream(file)
  try {
    yield* createInterface({ input, crlfDelay: Infinity })
  } catch (error) {
    if (!packed || !(error instanceof Error && 'errno' in error && !('syscall' in error))) throw error
    throw new Refused(`「${file}」は .gz として開けません。壊れていないか確かめてください。`)
  }
}

const FORMS =
  '読めるのは、サーバーのログ（common 形式か combined 形式）、Caddy の JSON のログ、1行に1つずつ言葉を書いたファイルです。'

/** Asks the search of the site in `dist` again. Throws `Refused` where there is none. */
export async function askAgain(dist: string, asked: readonly Asked[]): Promise<Record<'nothing' | 'near', Asked[]>> {
  const folder = ownIndexOf(dist)
  if (folder === null) {
    throw new Refused(`${dist} に検索の索引がありません。先に npm run build でサイトを作ってください。`)
  }
  const site = await serve(dist)
  try {
    // Node imports no modules over HTTP; the program is the same file.
    const program = pathToFileURL(path.resolve(dist, folder, SEARCH_FILES.program)).href
    const index = await openIndex(`${site.home}${folder}/`, () => import(program) as Promise<Pagefind>)
    const found: Record<'nothing' | 'near' | 'answer', Asked[]> = { nothing: [], near: [], answer: [] }
    for (const each of asked) {
      const view = await viewOf({ query: each.query, filters: {}, count: 1, relatedCount: 1 }, index)
      found[outcomeOf(view)].push(each)
    }
    return found
  } finally {
    await site.close()
  }
}
