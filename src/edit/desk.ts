import { element, fill, partOf } from '../search/page/elements.ts'
import { editable } from '../text/line-ends.ts'
import { TAB, forgetDraft, keepDraft, keptDraft, keptDrafts } from './kept-drafts.ts'
import { type Draft, proposalOf } from './proposal.ts'
import type { Sources } from './sources.ts'

/** Everything that is edited, and the ways to send it on. */
export class Desk {
  readonly #page: HTMLElement
  readonly #base: string
  /** As the site has it, byte for byte. */
  readonly #site: Map<string, string>
  readonly #drafts: Map<string, Draft> = keptDrafts()
  readonly #say: (text: string) => void

  constructor(page: HTMLElement, { base, files }: Sources, say: (text: string) => void) {
    this.#page = page
    this.#base = base
    this.#site = new Map(files)
    this.#say = say
    this.#button('#save-proposal').addEventListener('click', () => this.#save())
    this.#button('#copy-text').addEventListener('click', () => void this.#copy())
    page.querySelector('#propose')?.addEventListener('click', () => void this.#propose())
    this.draw()
  }

  /** Every file as it is now. */
  texts(): Map<string, string> {
    const texts = new Map(this.#site)
    for (const { path, edited } of this.#drafts.values()) {
      if (edited === null) texts.delete(path)
      else texts.set(path, edited)
    }
    return texts
  }

  textOf(path: string): string | null {
    const draft = this.#drafts.get(path)
    return draft ? draft.edited : this.siteText(path)
  }

  siteText(path: string): string | null {
    return this.#site.get(path) ?? null
  }

  /** `conflict`: the site's text is no longer the one that the draft was begun with. */
  stateOf(path: string): 'same' | 'edited' | 'conflict' {
    const draft = this.#drafts.get(path)
    if (!draft) return 'same'
    return draft.before === this.siteText(path) ? 'edited' : 'conflict'
  }

  /** Keeps a file's text. Another tab's draft is never written over. */
  edit(path: string, edited: string): void {
    const before = this.#drafts.get(path)?.before ?? this.siteText(path)
    const own = this.#drafts.get(path)
    const kept = keptDraft(path)
    if (kept && kept.tab !== TAB && kept.edited !== own?.edited) {
      this.#say(
        '別のタブがこのファイルを直したので、この端末に残せません。どちらかのタブの文をコピーしてから閉じてください。',
      )
    } else if (before !== null && edited === editable(before)) {
      this.#drafts.delete(path)
      forgetDraft(path)
      return
    } else if (!keepDraft({ path, before, edited })) {
      this.#say('このブラウザーには残せません。ページを閉じる前に、修正案を保存してください。')
    }
    this.#drafts.set(path, { path, before, edited })
  }

  /** Takes the site's text of now for the one that the draft was begun with. */
  rebase(path: string): void {
    const draft = this.#drafts.get(path)
    if (!draft) return
    this.#drafts.set(path, { ...draft, before: this.siteText(path) })
    keepDraft({ ...draft, before: this.siteText(path) })
  }

  discard(path: string): void {
    this.#drafts.delete(path)
    forgetDraft(path)
  }

  /** Says what there is to send. */
  draw(): void {
    const { files } = this.#proposal()
    fill(
      partOf(this.#page, '#changed', HTMLElement),
      files.map(({ path }) => element('li', {}, [element('a', { href: `?file=${path}` }, [path])])),
    )
    partOf(this.#page, '#send', HTMLElement).hidden = files.length === 0
  }

  #proposal() {
    return proposalOf(this.#base, [...this.#drafts.values()])
  }

  #save(): void {
    const link = element('a', { download: `shusei-an-${new Date().toISOString().slice(0, 10)}.json` })
    link.href = URL.createObjectURL(new Blob([JSON.stringify(this.#proposal(), null, 2)], { type: 'application/json' }))
    link.click()
    URL.revokeObjectURL(link.href)
    this.#say('修正案を保存しました。このファイルを、取り込む担当の人に送ってください。')
  }

  async #copy(): Promise<void> {
    const done = await copied(this.textOf(this.#openPath) ?? '')
    this.#say(
      done
        ? 'ファイル全体の文をコピーしました。'
        : 'コピーできませんでした。「ファイル全体」の文を選んでコピーしてください。',
    )
  }

  async #propose(): Promise<void> {
    const done = await copied(this.textOf(this.#openPath) ?? '')
    const steps = 'GitHub の画面で文をすべて選び、貼り付けて、「Commit changes…」から提案してください。'
    this.#say(
      done ? `直した文をコピーしました。${steps}` : `「文をコピーする」で直した文をコピーしてください。${steps}`,
    )
    window.open(`${this.#page.dataset['edit']}${this.#openPath}`, '_blank', 'noopener')
  }

  get #openPath(): string {
    return new URLSearchParams(location.search).get('file') ?? ''
  }

  #button(selector: string): HTMLButtonElement {
    return partOf(this.#page, selector, HTMLButtonElement)
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
