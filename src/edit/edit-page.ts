import { fill, partOf } from '../search/page/elements.ts'
import type { Finding } from '../text/finding.ts'
import { applyFixes } from '../text/fix.ts'
import { editable } from '../text/line-ends.ts'
import { Checker } from './checker.ts'
import { Chooser } from './chooser.ts'
import { initiativeOf, pageOf } from './choices.ts'
import { listenToNew, listenToRemove } from './commands.ts'
import { Desk } from './desk.ts'
import { drawChanges } from './draw-changes.ts'
import { drawElsewhere, drawFindings, tallyFindings } from './draw-findings.ts'
import { Editor } from './editor.ts'
import { readManuscript } from './manuscript.ts'
import type { Checked, Planned, Question } from './questions.ts'
import { recordErratum } from './record-erratum.ts'
import { Send } from './send.ts'
import { SiteTexts, fetchJson } from './site-texts.ts'
import type { Sources } from './sources.ts'

/** `/edit/?file=r7/initiatives/2-1-3-1.md`: opens a file of the content folder, and keeps what is changed until it is sent. */
class EditPage extends HTMLElement {
  #site!: SiteTexts
  #desk!: Desk
  #send!: Send
  #path = ''
  #isComposing = false
  /** Takes back what the page made last. */
  #undo: { paths: string[]; act: () => void } | null = null
  readonly #chooser = new Chooser(this, (path) => this.#go(path))
  readonly #editor = new Editor(
    this,
    (text) => this.#typed(text),
    (says) => this.#say(says),
  )
  readonly #checker = new Checker(
    (checked) => this.#tell(checked),
    () => this.#say('点検が止まりました。直した文はこの端末に残っています。ページを読み込み直してください。'),
  )

  async connectedCallback() {
    try {
      const address = this.dataset['sources'] ?? ''
      this.#site = new SiteTexts(address, await fetchJson<Sources>(address))
      this.#desk = new Desk(this.#site)
      await this.#site.load(this.#desk.drafts().map(({ path }) => path))
    } catch {
      this.#say('原稿を読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。')
      return
    }
    this.#desk.tidy()
    this.#send = new Send(
      this,
      this.#desk,
      (says) => this.#say(says),
      (path) => this.#discard(path),
    )
    this.#listen()
    this.#say('')
    // What is asked after this is answered when all is loaded.
    this.#checker.ask({ ask: 'open', parts: this.#site.parts() }).catch(() => {
      this.#say('点検に使うファイルを読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。')
    })
    for (const { path, after } of this.#desk.drafts()) this.#checker.put(path, after)
    await this.#openAsked()
    if (this.#path !== '') return
    this.#drawDesk()
    this.#drawChoices()
    this.#check(0)
  }

  #listen(): void {
    window.addEventListener('popstate', () => void this.#openAsked())
    window.addEventListener('beforeunload', (event) => {
      if (this.#desk.isUnkept()) event.preventDefault()
    })
    // While characters are being converted, a text is no text yet: nothing is told of it.
    this.addEventListener('compositionstart', () => {
      this.#isComposing = true
      this.#checker.hold()
    })
    this.addEventListener('compositionend', () => {
      this.#isComposing = false
      this.#check()
    })
    const on = (selector: string, act: () => void) =>
      partOf(this, selector, HTMLButtonElement).addEventListener('click', act)
    on('#discard', () => this.#discard(this.#path))
    on('#take-other', () => this.#choose((path) => this.#desk.takeOther(path)))
    on('#keep-mine', () => this.#choose((path) => this.#desk.keepMine(path)))
    on('#merge', () => this.#choose((path) => this.#desk.merge(path)))
    on('#undo', () => {
      const { paths = [], act } = this.#undo ?? {}
      act?.()
      this.#made(paths, '元に戻しました。')
      if (this.#path === '' && paths[0] !== undefined) this.#go(paths.find((path) => this.#desk.text(path)) ?? '')
    })
    // Within the page there is no need to load it again.
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a[href^="?file="]')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#go(new URLSearchParams((link as HTMLAnchorElement).search).get('file') ?? '')
    })
    this.#desk.onOtherTab((path) => {
      if (path === this.#path) this.#drawDesk()
    })
    const actions = {
      ask: (question: Extract<Question, { ask: 'homes' }>) => this.#checker.ask(question),
      plan: (question: Extract<Question, { ask: 'new' | 'remove' }>) => this.#checker.ask(question),
      year: () => this.#chooser.year,
      path: () => this.#path,
      make: (planned: Extract<Planned, { changes: unknown }>, open: string | null) => void this.#make(planned, open),
      say: (text: string) => this.#say(text),
    }
    listenToNew(partOf(this, '#new', HTMLDetailsElement), actions)
    listenToRemove(partOf(this, '#remove', HTMLDetailsElement), actions)
  }

  #go(path: string): void {
    history.pushState(null, '', `?file=${path}`)
    void this.#openAsked()
  }

  async #openAsked(): Promise<void> {
    const path = new URLSearchParams(location.search).get('file')
    if (path === null) return
    try {
      await this.#site.load([path])
    } catch {
      return this.#say('このファイルを読み込めませんでした。通信の状態を確かめて、もう一度選んでください。')
    }
    const text = this.#desk.text(path)
    if (text === null) return this.#say(`「${path.slice(0, 100)}」という原稿はありません。一覧から選んでください。`)
    this.#path = path
    this.#showEditor(true)
    partOf(this, '#remove', HTMLDetailsElement).hidden = initiativeOf(path) === null
    partOf(this, '#remove', HTMLDetailsElement).open = false
    this.#editor.show(path, editable(text))
    this.#drawDesk()
    this.#drawChoices()
    this.#check(0)
    const page = pageOf(path)
    partOf(this, '#live', HTMLElement).hidden = page === null || this.#site.text(path) === null
    if (page) partOf(this, '#live a', HTMLAnchorElement).href = `${this.dataset['base']}${page.join('/')}/`
  }

  /** What the reader wrote is kept and checked. */
  #typed(text: string): void {
    this.#desk.type(this.#path, text)
    this.#checker.put(this.#path, this.#desk.text(this.#path))
    this.#drawDesk()
    if (!this.#isComposing) this.#check()
  }

  /** Another text of the open file than the one that is shown. */
  #replaced(): void {
    const text = this.#desk.text(this.#path)
    this.#checker.put(this.#path, text)
    if (text === null) this.#close()
    else this.#editor.update(editable(text))
    this.#drawDesk()
    this.#check(0)
  }

  /** The open file is gone. */
  #close(): void {
    this.#path = ''
    history.replaceState(null, '', location.pathname)
    this.#showEditor(false)
  }

  #showEditor(isShown: boolean): void {
    partOf(this, '#editor', HTMLElement).hidden = !isShown
    partOf(this, '#told', HTMLElement).hidden = !isShown
  }

  #choose(act: (path: string) => void): void {
    act(this.#path)
    this.#replaced()
  }

  #discard(path: string): void {
    const undo = this.#desk.undoOf([path])
    this.#desk.discard(path)
    this.#made([path], `${path} の直しを捨てました。`, undo)
  }

  async #make({ changes, says }: Extract<Planned, { changes: unknown }>, open: string | null): Promise<void> {
    const paths = changes.map(({ path }) => path)
    await this.#site.load(paths)
    const undo = this.#desk.undoOf(paths)
    for (const { path, after } of changes) this.#desk.put(path, after)
    this.#made(paths, says.join(' '), undo)
    if (open !== null) this.#go(open)
  }

  /** Edits that the page made itself, which `undo` takes back at once. */
  #made(paths: string[], says: string, undo: (() => void) | null = null): void {
    for (const path of paths) this.#checker.put(path, this.#desk.text(path))
    if (paths.includes(this.#path)) this.#replaced()
    else this.#check(0)
    this.#drawDesk()
    this.#drawChoices()
    this.#say(says)
    this.#undo = undo && { paths, act: undo }
    partOf(this, '#undo', HTMLButtonElement).hidden = undo === null
  }

  #check(pause?: number): void {
    partOf(this, '#findings', HTMLElement).dataset['state'] = 'checking'
    this.#checker.check(this.#path, pause)
  }

  #tell({ findings, changes, errata, html }: Checked): void {
    const list = partOf(this, '#findings', HTMLElement)
    const own = findings.filter(({ file }) => file === this.#path)
    fill(list, drawFindings(own, { show: ({ line }) => this.#editor.select(line), mend: (it) => this.#mend(it) }))
    this.#editor.mark(own)
    partOf(this, '#tally a', HTMLAnchorElement).textContent =
      `点検: ${tallyFindings([...own, ...changes.findings.new.filter(({ file }) => file !== this.#path)])}`
    partOf(this, '#no-findings', HTMLElement).hidden = own.length > 0
    fill(partOf(this, '#elsewhere', HTMLElement), drawElsewhere(findings, changes.findings.new, this.#path))
    // The same HTML that the build makes, after the same list of what is allowed.
    if (html !== null) partOf(this, '#preview .body', HTMLElement).innerHTML = html
    partOf(this, '#preview', HTMLElement).hidden = html === null
    const drawn = drawChanges(changes, (year, change) =>
      recordErratum(errata.get(year) ?? [], change, (erratum) => void this.#record(year, erratum)),
    )
    fill(partOf(this, '#changes', HTMLElement), drawn)
    partOf(this, '#no-changes', HTMLElement).hidden = drawn.length > 0
    list.dataset['state'] = 'done'
  }

  async #record(year: string, erratum: Extract<Question, { ask: 'record' }>['erratum']): Promise<void> {
    const planned = await this.#checker.ask({ ask: 'record', year, erratum })
    if ('reason' in planned) return this.#say(planned.reason)
    await this.#make(planned, null)
  }

  #mend({ fix }: Finding): void {
    const text = this.#desk.text(this.#path)
    if (!fix || text === null) return
    this.#desk.put(this.#path, applyFixes(text, [fix]).text)
    this.#replaced()
  }

  #drawDesk(): void {
    const state = this.#desk.stateOf(this.#path)
    partOf(this, '#discard', HTMLButtonElement).hidden = state === 'same'
    const isConflict = state === 'site' || state === 'tab'
    partOf(this, '#conflict', HTMLElement).hidden = !isConflict
    if (isConflict) {
      partOf(this, '#conflict', HTMLElement).dataset['with'] = state
      const other = this.#desk.otherText(this.#path)
      partOf(this, '#conflict textarea', HTMLTextAreaElement).value = editable(other ?? '')
      partOf(this, '#merge', HTMLButtonElement).hidden = this.#desk.merged(this.#path) === null
    }
    this.#send.draw()
  }

  #drawChoices(): void {
    const titles = new Map(this.#site.titles)
    for (const { path, after } of this.#desk.drafts()) {
      const data = after === null ? null : readManuscript(path, editable(after))?.data
      const title = (data as Record<string, unknown> | null | undefined)?.['title']
      if (after === null) titles.delete(path)
      else titles.set(path, typeof title === 'string' ? title : '')
    }
    this.#chooser.show(titles, this.#path)
  }

  #say(text: string): void {
    partOf(this, '#edit-status', HTMLElement).textContent = text
    partOf(this, '#undo', HTMLButtonElement).hidden = true
  }
}

customElements.define('edit-page', EditPage)
