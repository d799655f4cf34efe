import { fill, partOf } from '../search/page/elements.ts'
import { isManuscript } from './choices.ts'
import type { FieldLists } from './field-list.ts'
import { formOf } from './form.ts'
import { bodyLine, readManuscript, withBody, withField, withNewFigure, withoutFigure } from './manuscript.ts'
import { NumberedText } from './numbered-text.ts'

/** One file's text as a form, a body and, for whoever wants it, as a whole: three views that stay the same text. */
export class Editor {
  readonly #fields: HTMLElement
  readonly #lists: FieldLists
  readonly #bodyBox: HTMLElement
  readonly #body: NumberedText
  readonly #wholeBox: HTMLDetailsElement
  readonly #whole: NumberedText
  readonly #changed: (text: string) => void
  readonly #refused: (says: string) => void
  #path = ''
  #text = ''
  #isComposing = false

  /** `changed` is told the whole text after each edit; `refused`, why an edit could not be made. */
  constructor(page: HTMLElement, changed: (text: string) => void, refused: (says: string) => void) {
    this.#fields = partOf(page, '#fields', HTMLElement)
    this.#lists = JSON.parse(this.#fields.dataset['lists'] ?? '') as FieldLists
    this.#bodyBox = partOf(page, '#body', HTMLElement)
    this.#body = new NumberedText(this.#bodyBox)
    this.#wholeBox = partOf(page, '#whole', HTMLDetailsElement)
    this.#whole = new NumberedText(this.#wholeBox)
    this.#changed = changed
    this.#refused = refused
    this.#body.field.addEventListener('input', () => this.#typed(withBody(this.#text, this.#body.field.value)))
    this.#whole.field.addEventListener('input', () => {
      this.#typed(this.#whole.field.value)
      this.#drawForm()
    })
    // While characters are being converted, a text is no text yet.
    page.addEventListener('compositionstart', () => (this.#isComposing = true))
    page.addEventListener('compositionend', () => {
      this.#isComposing = false
      this.#changed(this.#text)
    })
  }

  /** Opens a file's text. */
  show(path: string, text: string): void {
    this.#path = path
    this.#text = text
    this.#drawForm()
    this.#wholeBox.open = this.#bodyBox.hidden === true
  }

  /** Leads to a line of the file. */
  select(line: number): void {
    const inBody = !this.#bodyBox.hidden && this.#body.holds(line)
    if (!inBody) this.#wholeBox.open = true
    const place = inBody ? this.#body : this.#whole
    place.select(line)
  }

  #typed(text: string | null): void {
    if (text === null) {
      this.#refused('この項目は、ここからは直せません。下の「ファイル全体」で直してください。')
      return
    }
    this.#text = text
    this.#drawTexts()
    if (!this.#isComposing) this.#changed(text)
  }

  /** An edit that adds or takes away fields. */
  #restructured(text: string | null): void {
    this.#typed(text)
    this.#drawForm()
  }

  #drawForm(): void {
    const manuscript = isManuscript(this.#path) ? readManuscript(this.#text) : null
    this.#fields.hidden = manuscript === null
    this.#bodyBox.hidden = manuscript === null
    if (manuscript) {
      const isCover = this.#path.endsWith('/report.md')
      const form = formOf(manuscript.data, isCover ? this.#lists.cover : this.#lists.initiative, !isCover, {
        set: (way, value) => this.#typed(withField(this.#text, way, value)),
        addYear: (way) => this.#restructured(withField(this.#text, way, 0)),
        addFigure: () => this.#restructured(withNewFigure(this.#text, `R${/\d+/.exec(this.#path)?.[0] ?? ''}`)),
        removeFigure: (n) => this.#restructured(withoutFigure(this.#text, n)),
      })
      fill(this.#fields, form)
    }
    this.#drawTexts()
  }

  #drawTexts(): void {
    this.#body.show(readManuscript(this.#text)?.body ?? '', bodyLine(this.#text))
    this.#whole.show(this.#text, 1)
  }
}
