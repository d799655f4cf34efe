/** A state of the project's repository. */
export interface Commit {
  hash: string
  /** When it was made, in UTC. */
  date: string
}

/** What pages must know of the build that makes them. The build fills it (`build/facts.ts`), so that no page looks at the disk or the environment. */
export interface BuildFacts {
  /** Where the site will be served, without its folder there: `https://www.pref.example.jp`; `null` while it is not set. */
  address: string | null
  /** The folder there, with a slash at both ends: `/`, `/kensei/`. */
  base: string
  /** Where the repository stands on the web: `https://github.com/owner/name`; `null` where it is not known. */
  repository: string | null
  /** The commit that is built; `null` outside of a repository. */
  commit: Commit | null
  /** The version of the search's index: the name of its folder; `null` where there is none, under `npm run dev`. */
  index: string | null
  /** Whether the build prints `report.pdf` of every year. */
  pdf: boolean
  /** Whether the build draws pictures (PNG). */
  pictures: boolean
  /** Whether the build takes in reports that are not published yet. */
  drafts: boolean
  /** Whether it is a proposal's preview: not the site that readers are to find. */
  preview: boolean
  /** Whether pages are served while their content is edited, `npm run dev`; never so in what a build publishes. */
  edited: boolean
}

declare const BUILD_FACTS: BuildFacts | undefined

const NOTHING_SET: BuildFacts = {
  address: null,
  base: '/',
  repository: null,
  commit: null,
  index: null,
  pdf: false,
  pictures: false,
  drafts: false,
  preview: false,
  edited: false,
}

/** Of the build under way, or of `npm run dev`; nothing is set where neither runs. */
export const buildFacts: BuildFacts = typeof BUILD_FACTS === 'undefined' ? { ...NOTHING_SET } : BUILD_FACTS

/** The build's own process, which renders the bodies before there are pages, has them too. */
export function setBuildFacts(facts: BuildFacts): void {
  Object.assign(buildFacts, facts)
}
