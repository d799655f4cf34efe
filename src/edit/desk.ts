import { applyProposal } from '../revise/apply.ts'
import type { Proposal } from '../revise/proposal.ts'
import { carryEdit, editable } from '../text/line-ends.ts'
import { type Draft, KeptDrafts } from './kept-drafts.ts'
import type { SiteTexts } from './site-texts.ts'

/** `site`: the site has another text than the one that the draft was begun with. `tab`: another tab has kept another draft. */
export type DeskState = 'same' | 'edited' | 'site' | 'tab'

/** Everything that is edited and not sent yet, byte for byte. */
export class Desk {
  readonly #site: SiteTexts
  readonly #kept = new KeptDrafts()
  readonly #drafts = new Map<string, Draft>()
  /** Drafts that only this page holds. */
  readonly #unkept = new Set<string>()

  constructor(site: SiteTexts) {
    this.#site = site
    for (const draft of this.#kept.all()) this.#drafts.set(draft.path, draft)
  }

  /** Forgets what the site has by now; to be called when the drafts' files are loaded. */
  tidy(): void {
    for (const { path, after } of [...this.#drafts.values()]) if (after === this.#site.text(path)) this.discard(path)
  }

  drafts(): Draft[] {
    return [...this.#drafts.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** A file's text as it is now; `null` where there is none. */
  text(path: string): string | null {
    const draft = this.#drafts.get(path)
    return draft ? draft.after : this.#site.text(path)
  }

  stateOf(path: string): DeskState {
    if (this.#kept.ofOtherTab(path) !== undefined) return 'tab'
    const draft = this.#drafts.get(path)
    if (!draft) return 'same'
    return draft.before === this.#site.text(path) ? 'edited' : 'site'
  }

  /** Whether something would be lost if the page went now. */
  isUnkept(): boolean {
    return this.#unkept.size > 0
  }

  /** The text that stands against the draft; `null` where there is none. */
  otherText(path: string): string | null {
    if (this.stateOf(path) !== 'tab') return this.#site.text(path)
    const theirs = this.#kept.ofOtherTab(path)
    return theirs ? theirs.after : this.#site.text(path)
  }

  /** Takes what an editor shows after typing: with `\n` line ends. */
  type(path: string, shown: string): void {
    const [now, site] = [this.text(path), this.#site.text(path)]
    const isSite = site !== null && editable(site) === shown
    this.put(path, isSite ? site : now === null ? shown : carryEdit(now, shown))
  }

  /** Puts a text in a file's place; `null` takes the file away. */
  put(path: string, after: string | null): void {
    const before = this.#drafts.get(path)?.before ?? this.#site.text(path)
    this.#set(path, after === before && before === this.#site.text(path) ? null : { path, before, after })
  }

  /** The site's text again. Where another tab has a draft of it, that stays with the other tab. */
  discard(path: string): void {
    this.#set(path, null)
  }

  /** This page's text goes on from the site's text of now, and over another tab's. */
  keepMine(path: string): void {
    const draft = this.#drafts.get(path)
    this.#kept.read(path)
    this.#set(path, draft ? { ...draft, before: this.#site.text(path) } : null)
  }

  /** The other text in the place of this page's. */
  takeOther(path: string): void {
    if (this.stateOf(path) !== 'tab') return this.discard(path)
    const theirs = this.#kept.read(path)
    if (theirs) this.#drafts.set(path, theirs)
    else this.#drafts.delete(path)
    this.#unkept.delete(path)
  }

  /** Both changes of one text together; `null` where they meet. */
  merged(path: string): string | null {
    const draft = this.#drafts.get(path)
    const other = this.otherText(path)
    if (!draft || other === null) return null
    const applied = applyProposal(new Map([[path, other]]), { base: '', files: [draft] })
    return 'reason' in applied ? null : (applied.changes[0]?.after ?? other)
  }

  /** Takes the merged text for this page's. */
  merge(path: string): void {
    const merged = this.merged(path)
    if (merged === null) return
    this.keepMine(path)
    this.put(path, merged)
  }

  proposal(): Proposal {
    const files = this.drafts().filter(({ before, after }) => before !== after)
    return { base: this.#site.base, files }
  }

  /** What takes back whatever is done to these files from now on. */
  undoOf(paths: readonly string[]): () => void {
    const drafts = paths.map((path) => [path, this.#drafts.get(path) ?? null] as const)
    return () => {
      for (const [path, draft] of drafts) this.#set(path, draft)
    }
  }

  onOtherTab(tell: (path: string) => void): void {
    this.#kept.onOtherTab(tell)
  }

  #set(path: string, draft: Draft | null): void {
    if (draft) this.#drafts.set(path, draft)
    else this.#drafts.delete(path)
    if (this.#kept.keep(path, draft) || !draft) this.#unkept.delete(path)
    else this.#unkept.add(path)
  }
}
