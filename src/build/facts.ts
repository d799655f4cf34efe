import { spawnSync } from 'node:child_process'
import type { BuildFacts } from '../build-facts.ts'
import { site } from '../site.ts'
import { Refused } from './failures.ts'
import { repositoryAddress } from './repository.ts'

/** The facts of a build with the settings of this process; refuses settings that can't be. */
export function requireFacts(): BuildFacts {
  const facts = readFacts()
  if ('reason' in facts) throw new Refused(facts.reason)
  return facts
}

/** Why a build can't begin, in one sentence for whoever set it so. */
export interface WrongSetting {
  reason: string
}

/** What the project's repository says of itself. */
interface Repository {
  remote: string | null
  commit: BuildFacts['commit']
}

/** The facts of a build with the settings of this process. It prints no PDF and draws no picture until told. */
export function readFacts(): BuildFacts | WrongSetting {
  return factsOf(process.env, site, readRepository())
}

/** The facts that the environment, `site.ts` and the repository give, in this order; `SITE_URL=''` is not set. */
export function factsOf(
  env: Record<string, string | undefined>,
  given: Pick<typeof site, 'url' | 'base' | 'repository'>,
  { remote, commit }: Repository,
): BuildFacts | WrongSetting {
  const base = readBase(env['BASE_PATH'] || given.base)
  if (typeof base !== 'string') return base
  const address = readAddress(env['SITE_URL'] || given.url, base)
  if (address !== null && typeof address !== 'string') return address
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env
  const remotes = [given.repository, server && name ? `${server}/${name}` : null, remote]
  const repository = remotes.map((each) => each && repositoryAddress(each)).find((each) => each) || null
  // What `scripts/build-preview.ts` sets: a preview has no address by which machines are to know its pages.
  const preview = env['PREVIEW'] === '1'
  const drafts = env['DRAFTS'] === '1'
  return {
    address: preview ? null : address,
    base,
    repository,
    commit,
    index: null,
    pdf: false,
    pictures: false,
    drafts,
    edited: false,
    preview,
  }
}

/** One line that names what is not set, so that pages are without it; `null` when all is. */
export function unsetLine({ address, repository }: BuildFacts, given: Pick<typeof site, 'contact' | 'licence'>) {
  const unset = [
    address === null && 'サイトのアドレス（SITE_URL）',
    repository === null && 'リポジトリ',
    given.contact === null && '問い合わせ先',
    given.licence === null && '利用の条件',
  ].filter((name) => name !== false)
  return unset.length > 0 ? `設定されていないので、ページに出ないもの：${unset.join('、')}（src/site.ts）` : null
}

/** Vite's settings by which pages get these facts. */
export function defineBuildFacts(facts: BuildFacts) {
  return { define: { BUILD_FACTS: JSON.stringify(facts) } }
}

/** `kensei` → `/kensei/` */
function readBase(text: string): string | WrongSetting {
  const inner = text.replace(/^\/|\/$/g, '')
  const base = inner === '' ? '/' : `/${inner}/`
  if (/^\/(?:(?!\.{1,2}\/)[\w.~-]+\/)*$/.test(base)) return base
  return {
    reason: `BASE_PATH「${shown(text)}」は使えません。/kensei/ のように、サイトを置くフォルダーを書いてください。`,
  }
}

/** `https://pref.example/` → `https://pref.example`. The folder may stand in it too, as GitHub's `base_url` has it. */
function readAddress(text: string | null, base: string): string | null | WrongSetting {
  if (!text) return null
  const url = /^https?:\/\/[^/]/i.test(text) ? URL.parse(text) : null
  if (!url || url.username || url.password || url.search || url.hash) {
    return { reason: `SITE_URL「${shown(text)}」は使えません。https://www.pref.example.jp のように書いてください。` }
  }
  if (!['/', base].includes(url.pathname.replace(/\/?$/, '/'))) {
    return { reason: `SITE_URL「${shown(text)}」は使えません。サイトを置くフォルダーは BASE_PATH に書いてください。` }
  }
  return url.origin
}

/** A setting in a sentence of one line. */
function shown(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** A project that only lies inside someone else's repository has none of its own. */
function readRepository(): Repository {
  if (git('rev-parse', '--show-cdup') !== '') return { remote: null, commit: null }
  return { remote: git('remote', 'get-url', 'origin'), commit: readCommit() }
}

function readCommit(): BuildFacts['commit'] {
  const [hash, date] = git('show', '--no-patch', '--format=%H %cI', 'HEAD')?.split(' ') ?? []
  return hash && date ? { hash, date: new Date(date).toISOString() } : null
}

/** What git says, without its line end; `null` where there is no git, no repository or no such thing. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}
