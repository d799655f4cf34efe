import { type Stats, lstatSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Refused } from './failures.ts'

/** A file in every folder that a build made: only such a folder is replaced by the next one. */
export const MARKER = '.gyokaku-build'

/** What the marker says to whoever finds it. */
export const MARKER_TEXT =
  'このフォルダーは npm run build が作りました。次の npm run build が中身をすべて置き換えます。\n'

/** The project's own folders, in which nothing is built, not even beside what is there. */
const OWN = '.astro .ci .git content docs hosting node_modules public scripts src tests'.split(' ')

/** What a file system keeps at the top of a disk of its own. */
export const SYSTEMS_OWN = ['lost+found']

/** The folder of the built site: `OUT_DIR`, else `dist` in the project. */
export function outDir(): string {
  return path.resolve(process.env['OUT_DIR'] || 'dist')
}

/** Throws `Refused` for a place where no site may be built, whatever stands there. */
export function refusePlace(out: string, content: string, project = '.'): void {
  const [place, home, source] = [realPath(out), realPath(project), realPath(content)]
  const refuse = (why: string) => {
    throw new Refused(`${out} には作れません。${why}OUT_DIR に別のフォルダーを書いてください。`)
  }
  if (holds(place, home)) refuse('このプロジェクトそのものを含むフォルダーです。')
  if (holds(place, source) || holds(source, place)) refuse('報告書の原稿（content）と重なるフォルダーです。')
  const own = OWN.find((name) => holds(realPath(path.join(project, name)), place))
  if (own) refuse(`このプロジェクトの ${own} の中です。`)
}

/** Throws `Refused` where something stands that no build made. */
export function refuseOthers(out: string): void {
  const stats = lstatSync(out, { throwIfNoEntry: false })
  const what = stats && kindOf(out, stats)
  if (!what) return
  throw new Refused(
    `${out} は${what}なので、置き換えません。要らないものなら消し、要るものなら OUT_DIR に別のフォルダーを書いて、もう一度実行してください。`,
  )
}

/** What a build does not replace, in words; `null` for a folder that is empty or that a build made. */
function kindOf(out: string, stats: Stats): string | null {
  if (stats.isSymbolicLink()) return 'シンボリックリンク'
  if (!stats.isDirectory()) return 'ファイル'
  const names = readdirSync(out).filter((name) => !SYSTEMS_OWN.includes(name) && !isLockName(name))
  if (names.includes('.git')) return ' Git が使っているフォルダー'
  if (names.length === 0 || isBuilt(out)) return null
  return `、npm run build が作ったという目印（${MARKER}）のないフォルダー`
}

/** Whether a build made this folder. */
export function isBuilt(folder: string): boolean {
  return lstatSync(path.join(folder, MARKER), { throwIfNoEntry: false })?.isFile() ?? false
}

/** The lock of a folder beside which nothing can be written stands in it: `.gyokaku-lock`. */
export const INNER_LOCK = '.gyokaku-lock'

function isLockName(name: string): boolean {
  return name.startsWith(INNER_LOCK)
}

/** Whether `inner` is the folder `outer` or lies in it. */
function holds(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/** The place without symbolic links, also of what is not there yet. */
function realPath(place: string): string {
  const absolute = path.resolve(place)
  try {
    return realpathSync(absolute)
  } catch {
    const parent = path.dirname(absolute)
    return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute))
  }
}
