import { element, partOf } from '../search/page/elements.ts'
import type { Finding } from '../text/finding.ts'

/**
 * A field for several lines with their numbers beside it, as the check names them, and a mark at lines that have findings.
 * Long lines wrap: the same lines lie behind the field, invisible, and give it its height and the numbers their places.
 */
export class NumberedText {
  readonly field: HTMLTextAreaElement
  readonly #lines = element('div', { class: 'lines', 'aria-hidden': 'true' })
  #firstLine = 1
  #marks = new Map<number, Finding['severity']>()

  constructor(box: HTMLElement) {
    this.field = partOf(box, 'textarea', HTMLTextAreaElement)
    this.field.before(this.#lines)
    this.field.addEventListener('input', () => this.#draw())
  }

  /** Shows a text whose first line is the `firstLine`-th of its file. What the reader has selected stays, if it is the same text. */
  show(text: string, firstLine: number): void {
    this.#firstLine = firstLine
    if (this.field.value !== text) this.field.value = text
    this.#draw()
  }

  /** Marks the lines of the file that have findings. */
  mark(findings: readonly Finding[]): void {
    this.#marks = new Map()
    for (const { line, severity } of findings) if (this.#marks.get(line) !== 'error') this.#marks.set(line, severity)
    this.#draw()
  }

  /** Whether a line of the file stands here. */
  holds(line: number): boolean {
    return line >= this.#firstLine
  }

  /** Selects a line of the file. */
  select(line: number): void {
    const lines = this.field.value.split('\n')
    const n = line - this.#firstLine
    const start = lines.slice(0, n).reduce((sum, { length }) => sum + length + 1, 0)
    this.field.focus({ preventScroll: true })
    this.field.setSelectionRange(start, start + (lines[n]?.length ?? 0))
    this.#lines.children[n]?.scrollIntoView({ block: 'center' })
  }

  #draw(): void {
    const texts = this.field.value.split('\n')
    while (this.#lines.childElementCount > texts.length) this.#lines.lastElementChild?.remove()
    while (this.#lines.childElementCount < texts.length) this.#lines.append(element('div'))
    texts.forEach((text, i) => {
      const line = this.#lines.children[i] as HTMLElement
      const n = this.#firstLine + i
      if (line.textContent !== text) line.textContent = text
      line.dataset['n'] = String(n)
      line.className = this.#marks.get(n) ?? ''
    })
  }
}
