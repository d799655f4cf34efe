import { element, fill, partOf } from '../search/page/elements.ts'
import type { Finding } from '../text/finding.ts'
import { applyFixes } from '../text/fix.ts'
import { editable } from '../text/line-ends.ts'
import { Checker } from './checker.ts'
import { choicesOf, pageOf } from './choices.ts'
import { Desk } from './desk.ts'
import { drawFindings, elsewhere } from './draw-findings.ts'
import { Editor } from './editor.ts'
import { onOtherTab } from './kept-drafts.ts'
import type { Sources } from './sources.ts'
import type { CheckAnswer } from './worker.ts'

/** `/edit/?file=r7/initiatives/2-1-3-1.md`: opens a file of the content folder, and keeps what is changed until it is sent. */
class EditPage extends HTMLElement {
  #desk: Desk | null = null
  #path = ''
  readonly #editor = new Editor(
    this,
    (text) => this.#changed(text),
    (says) => this.#say(says),
  )
  readonly #checker = new Checker(
    (answer) => this.#tell(answer),
    () => this.#say('点検が止まりました。直した文はこの端末に残っています。ページを読み込み直してください。'),
  )

  async connectedCallback() {
    const sources = await this.#load()
    if (!sources) return
    const desk = (this.#desk = new Desk(this, sources, (says) => this.#say(says)))
    const choice = partOf(this, 'select[name=file]', HTMLSelectElement)
    drawChoices(choice, desk)
    choice.addEventListener('change', () => {
      history.pushState(null, '', `?file=${choice.value}`)
      this.#openAsked()
    })
    window.addEventListener('popstate', () => this.#openAsked())
    this.#part('#discard').addEventListener('click', () => this.#discard())
    this.#part('#take-site').addEventListener('click', () => this.#discard())
    this.#part('#keep-mine').addEventListener('click', () => {
      this.#desk?.rebase(this.#path)
      this.#open(this.#path)
    })
    onOtherTab((path) => {
      if (path === this.#path) this.#say('このファイルは別のタブでも直しています。片方のタブだけで直してください。')
    })
    this.#checker.open('', [...desk.texts()])
    this.#say('')
    this.#openAsked()
  }

  async #load(): Promise<Sources | null> {
    try {
      const response = await fetch(this.dataset['sources'] ?? '')
      if (response.ok) return (await response.json()) as Sources
    } catch {
      // Told below.
    }
    this.#say('原稿を読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。')
    return null
  }

  #openAsked(): void {
    const path = new URLSearchParams(location.search).get('file')
    if (path === null) return
    if (this.#desk?.textOf(path) != null) this.#open(path)
    else this.#say(`「${path.slice(0, 100)}」という原稿はありません。一覧から選んでください。`)
  }

  #open(path: string): void {
    const desk = this.#desk
    const text = desk?.textOf(path)
    if (!desk || text == null) return
    this.#path = path
    partOf(this, 'select[name=file]', HTMLSelectElement).value = path
    partOf(this, '#editor', HTMLElement).hidden = false
    this.#editor.show(path, editable(text))
    this.#check(editable(text), 0)
    this.#drawState()
    const page = pageOf(path)
    partOf(this, '#live', HTMLElement).hidden = page === null
    if (page) partOf(this, '#live a', HTMLAnchorElement).href = `${this.dataset['base']}${page.join('/')}/`
  }

  /** What the reader wrote is kept and checked. */
  #changed(text: string): void {
    this.#desk?.edit(this.#path, text)
    this.#check(text)
    this.#drawState()
  }

  #discard(): void {
    this.#desk?.discard(this.#path)
    this.#open(this.#path)
    this.#say('直したところを捨て、サイトの文に戻しました。')
  }

  #check(text: string, pause?: number): void {
    partOf(this, '#findings', HTMLElement).dataset['state'] = 'checking'
    this.#checker.check(this.#path, text, pause)
  }

  #tell({ findings, html }: CheckAnswer): void {
    const list = partOf(this, '#findings', HTMLElement)
    const own = findings.filter(({ file }) => file === this.#path)
    fill(list, drawFindings(own, { show: ({ line }) => this.#editor.select(line), mend: (it) => this.#mend(it) }))
    partOf(this, '#no-findings', HTMLElement).hidden = own.length > 0
    partOf(this, '#elsewhere', HTMLElement).textContent = elsewhere(findings.filter(({ file }) => file !== this.#path))
    // The same HTML that the build makes, after the same list of what is allowed.
    if (html !== null) partOf(this, '#preview .body', HTMLElement).innerHTML = html
    partOf(this, '#preview', HTMLElement).hidden = html === null
    list.dataset['state'] = 'done'
  }

  #mend({ fix }: Finding): void {
    const text = this.#desk?.textOf(this.#path)
    if (!fix || text == null) return
    const mended = applyFixes(editable(text), [fix]).text
    this.#editor.show(this.#path, mended)
    this.#changed(mended)
  }

  #drawState(): void {
    const state = this.#desk?.stateOf(this.#path) ?? 'same'
    this.#part('#discard').hidden = state === 'same'
    partOf(this, '#conflict', HTMLElement).hidden = state !== 'conflict'
    if (state === 'conflict') {
      partOf(this, '#conflict textarea', HTMLTextAreaElement).value = this.#desk?.siteText(this.#path) ?? ''
    }
    this.#desk?.draw()
  }

  #part(selector: string): HTMLButtonElement {
    return partOf(this, selector, HTMLButtonElement)
  }

  #say(text: string): void {
    partOf(this, '#edit-status', HTMLElement).textContent = text
  }
}

function drawChoices(select: HTMLSelectElement, desk: Desk): void {
  const groups = Map.groupBy(choicesOf(desk.texts()), ({ group }) => group)
  const options = [...groups].map(([label, choices]) =>
    element(
      'optgroup',
      { label },
      choices.map(({ path, name }) => element('option', { value: path }, [name])),
    ),
  )
  fill(select, [element('option', { value: '' }, ['選んでください']), ...options])
}

customElements.define('edit-page', EditPage)
