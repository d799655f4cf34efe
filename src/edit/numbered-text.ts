import { element, partOf } from '../search/page/elements.ts'

/** A field for several lines with their numbers beside it, as the check names them. */
export class NumberedText {
  readonly field: HTMLTextAreaElement
  readonly #numbers = element('pre', { 'aria-hidden': 'true' })
  #firstLine = 1

  constructor(box: HTMLElement) {
    this.field = partOf(box, 'textarea', HTMLTextAreaElement)
    this.field.before(this.#numbers)
    this.field.addEventListener('input', () => this.#count())
    this.field.addEventListener('scroll', () => (this.#numbers.scrollTop = this.field.scrollTop))
  }

  /** Shows a text whose first line is the `firstLine`-th of its file. What the reader has selected stays, if it is the same text. */
  show(text: string, firstLine: number): void {
    this.#firstLine = firstLine
    if (this.field.value !== text) this.field.value = text
    this.#count()
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
    this.field.focus()
    this.field.setSelectionRange(start, start + (lines[n]?.length ?? 0))
    const height = this.field.scrollHeight / Math.max(1, lines.length)
    this.field.scrollTop = Math.max(0, height * (n - 3))
  }

  #count(): void {
    const lines = this.field.value.split('\n').length
    this.#numbers.textContent = Array.from({ length: lines }, (_, i) => this.#firstLine + i).join('\n')
    this.field.rows = Math.min(30, Math.max(6, lines + 1))
  }
}
