import { SELECTION_PARAMETER, readSelection, writeSelection } from '../report/selection.ts'
import type { ChosenAnswer, ChosenFile, ChosenQuestion } from './chosen-files.ts'
import { chosenText } from './chosen-text.ts'
import { initiativesOf, openViewpoint, standsFor, tick, whereabouts } from './select-boxes.ts'
import { addParts } from './select-parts.ts'

/** What the browser's history holds of a choice, for a reader who comes back or loads the page again: the form itself is off. */
interface Kept {
  chosen: string
}

/** The boxes as the reader left them; `null` where they have changed none. */
function keptChoice(initiatives: readonly string[]): string[] | null {
  const kept = history.state as Kept | null
  return kept && readSelection([kept.chosen], initiatives).chosen
}

/** `/r7/select/?n=…`: shows the initiatives that the address names, out of the pages that hold their text. */
class SelectReport extends HTMLElement {
  /** All of the form, in report order. */
  #initiatives: string[] = []
  #ticked = new Set<string>()

  connectedCallback() {
    addParts(this, this.dataset['whole'] ?? '', this.dataset['about'] ?? '')
    const form = this.#form
    const asked = new URLSearchParams(location.search).getAll(SELECTION_PARAMETER)
    // A part of the form has only its own initiatives.
    if (asked.length > 0 && location.pathname !== new URL(form.action).pathname) {
      location.replace(form.action + location.search)
      return
    }
    this.#initiatives = initiativesOf(form)
    const { chosen, unknown } = readSelection(asked, this.#initiatives)
    this.#ticked = new Set(keptChoice(this.#initiatives) ?? chosen)
    this.#tick()
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#follow(target)
    })
    form.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.open a') : null
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void this.#open(link)
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      location.href = form.action + this.#address([...this.#ticked])
    })
    this.#part('#retry', HTMLButtonElement).addEventListener('click', () => void this.#show(chosen, unknown))
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-file]')) {
      button.addEventListener('click', () => this.#download(button.dataset['file'] as ChosenFile, chosen))
    }
    if (chosen.length + unknown.length > 0) void this.#show(chosen, unknown)
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const part = this.querySelector(selector)
    if (!(part instanceof type)) throw new Error(`the page has no ${selector}`)
    return part
  }

  get #form(): HTMLFormElement {
    return this.#part('form', HTMLFormElement)
  }

  /** `?n=2-1,3-1-1-1`: commas are not encoded, so that people can read the address. */
  #address(chosen: readonly string[]): string {
    return `?${SELECTION_PARAMETER}=${writeSelection(chosen, this.#initiatives)}`
  }

  #choiceUrl(chosen: readonly string[]): string {
    return location.origin + location.pathname + this.#address(chosen)
  }

  #tick() {
    tick(this.#form, this.#ticked, this.#initiatives)
    this.#part('#count', HTMLElement).textContent = this.#ticked.size > 0 ? `${this.#ticked.size}の取組` : ''
  }

  #follow(changed: HTMLInputElement) {
    for (const number of standsFor(changed, this.#initiatives)) {
      if (changed.checked) this.#ticked.add(number)
      else this.#ticked.delete(number)
    }
    history.replaceState({ chosen: writeSelection([...this.#ticked], this.#initiatives) } satisfies Kept, '')
    this.#tick()
  }

  async #open(link: HTMLAnchorElement) {
    try {
      await openViewpoint(link)
      this.#tick()
    } catch {
      this.#say('取組の一覧を読み込めませんでした。通信の状態をお確かめください。')
    }
  }

  #say(text: string) {
    this.#part('#select-status', HTMLElement).textContent = text
  }

  async #show(chosen: readonly string[], unknown: readonly string[]) {
    const failure = this.#part('#failure', HTMLElement)
    failure.hidden = true
    const missing = unknown.length > 0 ? `この報告書にない番号です：${unknown.join('、').slice(0, 100)}。` : ''
    if (chosen.length === 0) {
      this.#say(missing)
      return
    }
    try {
      this.#part('#chosen', HTMLElement).replaceChildren(...(await chosenText(this.#form, chosen)))
    } catch {
      this.#say('取組を読み込めませんでした。通信の状態をお確かめください。')
      failure.hidden = false
      return
    }
    this.#say(`${chosen.length}の取組を表示しています。${missing}`)
    this.#part('details', HTMLDetailsElement).open = false
    this.#part('.citation', HTMLElement).textContent = this.#choiceUrl(chosen)
    this.#part('#keep', HTMLElement).hidden = false
    const lead = this.#part('.lead', HTMLElement)
    lead.hidden = true
    this.#part('h1', HTMLElement).replaceChildren(...lead.childNodes)
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }

  #download(file: ChosenFile, chosen: readonly string[]) {
    const data = [...new Set(chosen.map(whereabouts(this.#form, 'data')))].map(
      (path) => new URL(path, location.href).href,
    )
    const question: ChosenQuestion = {
      file,
      chosen,
      data,
      url: this.#choiceUrl(chosen),
      site: this.dataset['address'] ?? '',
    }
    const worker = new Worker(new URL('./chosen-files.ts', import.meta.url), { type: 'module' })
    const end = (answer: ChosenAnswer) => {
      worker.terminate()
      if ('failed' in answer) this.#say('ファイルを作れませんでした。通信の状態をお確かめください。')
      else if (answer.made === null) this.#say('選んだ取組に数値はありません。')
      else save(answer.made, `${this.dataset['report']}-${file === 'docx' ? 'chosen.docx' : file}`)
    }
    worker.addEventListener('message', ({ data: answer }: MessageEvent<ChosenAnswer>) => end(answer))
    worker.addEventListener('error', () => end({ failed: true }))
    worker.postMessage(question)
  }
}

function save(made: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(made)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

customElements.define('select-report', SelectReport)
