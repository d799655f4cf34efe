import type { CsvTable } from '../publish/csv.ts'
import { SELECTION_PARAMETER, readSelection, writeSelection } from '../report/selection.ts'

type TableName = 'results' | 'figures'

/** `/r7/select/?n=…`: shows the initiatives that the address names, taken from the page with the whole report. */
class SelectReport extends HTMLElement {
  connectedCallback() {
    const form = this.#part('form', HTMLFormElement)
    const { chosen, unknown } = readSelection(
      new URLSearchParams(location.search).getAll(SELECTION_PARAMETER),
      this.#initiatives,
    )
    this.#tick(chosen)
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#follow(target)
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      location.search = this.#address(this.#ticked)
    })
    this.#part('#retry', HTMLButtonElement).addEventListener('click', () => void this.#show(chosen, unknown))
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-table]')) {
      button.addEventListener('click', () => void this.#download(button.dataset['table'] as TableName, chosen))
    }
    if (chosen.length + unknown.length > 0) void this.#show(chosen, unknown)
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const part = this.querySelector(selector)
    if (!(part instanceof type)) throw new Error(`the page has no ${selector}`)
    return part
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  }

  /** The checkboxes of initiatives, in report order: those without checkboxes below them. */
  get #leaves(): HTMLInputElement[] {
    return this.#boxes.filter((box) => below(box).length === 0)
  }

  get #initiatives(): string[] {
    return this.#leaves.map(({ value }) => value)
  }

  get #ticked(): string[] {
    return this.#leaves.filter(({ checked }) => checked).map(({ value }) => value)
  }

  /** `?n=2-1,3-1-1-1`: commas are not encoded, so that people can read the address. */
  #address(chosen: readonly string[]): string {
    return `?${SELECTION_PARAMETER}=${writeSelection(chosen, this.#initiatives)}`
  }

  /** Ticks exactly these initiatives, and each heading whose initiatives are all ticked. */
  #tick(chosen: readonly string[]) {
    for (const box of this.#boxes.reverse()) {
      const under = below(box)
      box.checked = under.length > 0 ? under.every(({ checked }) => checked) : chosen.includes(box.value)
      box.indeterminate = !box.checked && under.some((other) => other.checked || other.indeterminate)
    }
    this.#part('#count', HTMLElement).textContent = chosen.length > 0 ? `${chosen.length}の取組` : ''
  }

  #follow(changed: HTMLInputElement) {
    for (const box of below(changed)) box.checked = changed.checked
    this.#tick(this.#ticked)
  }

  async #show(chosen: readonly string[], unknown: readonly string[]) {
    const status = this.#part('#select-status', HTMLElement)
    const failure = this.#part('#failure', HTMLElement)
    failure.hidden = true
    const missing = unknown.length > 0 ? `この報告書にない番号です：${unknown.join('、').slice(0, 100)}。` : ''
    if (chosen.length === 0) {
      status.textContent = missing
      return
    }
    try {
      this.#part('#chosen', HTMLElement).replaceChildren(...(await this.#parts(chosen)))
    } catch {
      status.textContent = '取組を読み込めませんでした。通信の状態をお確かめください。'
      failure.hidden = false
      return
    }
    status.textContent = `${chosen.length}の取組を表示しています。${missing}`
    this.#part('details', HTMLDetailsElement).open = false
    this.#part('.citation', HTMLElement).textContent = location.origin + location.pathname + this.#address(chosen)
    this.#part('#keep', HTMLElement).hidden = false
    const lead = this.#part('.lead', HTMLElement)
    lead.hidden = true
    this.#part('h1', HTMLElement).replaceChildren(...lead.childNodes)
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }

  /** The viewpoints of the whole report with only the chosen initiatives, under their own numbers and headings. */
  async #parts(chosen: readonly string[]): Promise<Element[]> {
    const response = await fetch(this.dataset['whole'] ?? '')
    if (!response.ok) throw new Error(String(response.status))
    const whole = new DOMParser().parseFromString(await response.text(), 'text/html')
    for (const article of whole.querySelectorAll('main article')) {
      if (!chosen.includes(article.id.slice(1))) article.remove()
    }
    // Innermost first, so that a section without any subsection left is removed too.
    for (const section of [...whole.querySelectorAll('main section')].reverse()) {
      if (!section.querySelector('article')) section.remove()
    }
    return [...whole.querySelectorAll('main .viewpoint')]
  }

  async #download(name: TableName, chosen: readonly string[]) {
    const status = this.#part('#select-status', HTMLElement)
    try {
      const response = await fetch(this.dataset['tables'] ?? '')
      const { header, lines } = ((await response.json()) as Record<TableName, CsvTable>)[name]
      const rows = chosen.map((number) => lines[number] ?? '').join('')
      if (rows === '') {
        status.textContent = '選んだ取組に数値はありません。'
        return
      }
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([header, rows], { type: 'text/csv' }))
      link.download = `${this.dataset['report']}-${name}.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      status.textContent = '表を読み込めませんでした。通信の状態をお確かめください。'
    }
  }
}

/** The checkboxes below a heading's checkbox. */
function below(box: HTMLInputElement): HTMLInputElement[] {
  const group = box.closest('legend') ? box.closest('fieldset') : box.closest('li')
  return [...(group?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])].filter(
    (other) => other !== box,
  )
}

customElements.define('select-report', SelectReport)
