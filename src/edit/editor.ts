import { fill, partOf } from '../search/page/elements.ts'
import type { Finding } from '../text/finding.ts'
import type { YamlValue, YamlWay } from '../text/yaml-patch.ts'
import { formSchemaOf } from './form-schema-of.ts'
import type { FormSchemas } from './form-schemas.ts'
import { formOf } from './form.ts'
import { bodyLine, readManuscript, withBody, withField } from './manuscript.ts'
import { NumberedText } from './numbered-text.ts'

/** One file's text as a form, a body and, for whoever wants it, as a whole: three views that stay the same text. */
export class Editor {
  readonly #fields: HTMLElement
  readonly #schemas: FormSchemas
  readonly #bodyBox: HTMLElement
  readonly #body: NumberedText
  readonly #wholeBox: HTMLDetailsElement
  readonly #whole: NumberedText
  readonly #changed: (text: string) => void
  readonly #refused: (says: string) => void
  #path = ''
  #text = ''

  /** `changed` is told the whole text after each edit; `refused`, why an edit could not be made. */
  constructor(page: HTMLElement, changed: (text: string) => void, refused: (says: string) => void) {
    this.#fields = partOf(page, '#fields', HTMLElement)
    this.#schemas = JSON.parse(this.#fields.dataset['schemas'] ?? '') as FormSchemas
    this.#bodyBox = partOf(page, '#body', HTMLElement)
    this.#body = new NumberedText(this.#bodyBox)
    this.#wholeBox = partOf(page, '#whole', HTMLDetailsElement)
    this.#whole = new NumberedText(this.#wholeBox)
    this.#changed = changed
    this.#refused = refused
    this.#body.field.addEventListener('input', () =>
      this.#typed(withBody(this.#path, this.#text, this.#body.field.value)),
    )
    this.#whole.field.addEventListener('input', () => {
      this.#typed(this.#whole.field.value)
      this.#drawForm()
    })
  }

  /** Opens a file's text, with `\n` line ends. */
  show(path: string, text: string): void {
    this.#path = path
    this.#text = text
    this.#body.mark([])
    this.#whole.mark([])
    this.#drawForm()
    this.#wholeBox.open = this.#bodyBox.hidden === true
  }

  /** The same file with another text, under the hands of whoever edits it. */
  update(text: string): void {
    this.#text = text
    this.#drawForm()
  }

  /** Marks the lines that have findings. */
  mark(findings: readonly Finding[]): void {
    this.#body.mark(findings)
    this.#whole.mark(findings)
  }

  /** Leads to a line of the file. */
  select(line: number): void {
    const inBody = !this.#bodyBox.hidden && this.#body.holds(line)
    if (!inBody) this.#wholeBox.open = true
    const place = inBody ? this.#body : this.#whole
    place.select(line)
  }

  /** Whether the edit could be made. */
  #typed(text: string | null): boolean {
    if (text === null) {
      this.#refused('この項目は、ここからは直せません。下の「ファイル全体」で直してください。')
      return false
    }
    this.#text = text
    this.#drawTexts()
    this.#changed(text)
    return true
  }

  #set(way: YamlWay, value: YamlValue | null): boolean {
    return this.#typed(withField(this.#path, this.#text, way, value))
  }

  /** An edit that adds or takes away fields: what was open stays open, and a new one is led to. */
  #restructure(way: YamlWay, value: YamlValue | null): void {
    const open = new Set(Array.from(this.#fields.querySelectorAll('details[open]'), wayOf))
    if (!this.#set(way, value)) return
    this.#drawForm()
    for (const item of this.#fields.querySelectorAll('details')) if (open.has(wayOf(item))) item.open = true
    const isNewList = Array.isArray(value) && value.length > 0
    const at = (isNewList ? [...way, 0] : way).join('.')
    if (value === null)
      this.#fields.querySelector<HTMLElement>(`.add[data-way="${way.slice(0, -1).join('.')}"]`)?.focus()
    else this.#lead(at)
  }

  #lead(at: string): void {
    const item = this.#fields.querySelector<HTMLDetailsElement>(`details[data-way="${at}"]`)
    if (item) item.open = true
    const fields = this.#fields.querySelectorAll<HTMLElement>('input, textarea, select')
    const first = [...fields].find((field) => {
      const name = field.getAttribute('name') ?? ''
      return name === at || (name.startsWith(`${at}.`) && !name.endsWith('.new'))
    })
    first?.focus()
  }

  #drawForm(): void {
    const schema = formSchemaOf(this.#schemas, this.#path)
    const manuscript = readManuscript(this.#path, this.#text)
    this.#fields.hidden = manuscript === null || schema === null
    this.#bodyBox.hidden = manuscript?.body == null
    const actions = {
      set: (way: YamlWay, value: YamlValue | null) => void this.#set(way, value),
      restructure: (way: YamlWay, value: YamlValue | null) => this.#restructure(way, value),
    }
    fill(this.#fields, manuscript && schema ? formOf(manuscript.data, schema, actions) : [])
    this.#drawTexts()
  }

  #drawTexts(): void {
    this.#body.show(readManuscript(this.#path, this.#text)?.body ?? '', bodyLine(this.#text))
    this.#whole.show(this.#text, 1)
  }
}

const wayOf = (item: Element) => (item as HTMLElement).dataset['way'] ?? ''
