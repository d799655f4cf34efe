import { element, fill, partOf } from '../search/page/elements.ts'
import { type YearChoices, choicesOf } from './choices.ts'

/** The choice of a year, where there are several, and of a file. */
export class Chooser {
  readonly #year: HTMLSelectElement
  readonly #file: HTMLSelectElement
  #choices: YearChoices[] = []

  constructor(page: HTMLElement, open: (path: string) => void) {
    this.#year = partOf(page, 'select[name=year]', HTMLSelectElement)
    this.#file = partOf(page, 'select[name=file]', HTMLSelectElement)
    this.#year.addEventListener('change', () => this.#drawFiles())
    this.#file.addEventListener('change', () => {
      if (this.#file.value !== '') open(this.#file.value)
    })
  }

  /** The chosen year: `r7`. */
  get year(): string {
    return this.#year.value
  }

  /** The files that there are, with the titles of initiatives; `path` is the open one, or `''`. */
  show(titles: ReadonlyMap<string, string>, path: string): void {
    this.#choices = choicesOf(titles)
    const years = this.#choices.flatMap(({ year }) => (year === '' ? [] : [year]))
    const [own = ''] = path.split('/')
    const chosen = years.includes(own) ? own : years.includes(this.#year.value) ? this.#year.value : (years[0] ?? '')
    fill(
      this.#year,
      years.map((year) => element('option', { value: year }, [year.toUpperCase()])),
    )
    this.#year.value = chosen
    this.#year.closest('label')?.toggleAttribute('hidden', years.length < 2)
    this.#drawFiles()
    this.#file.value = path
  }

  #drawFiles(): void {
    const groups = this.#choices.filter(({ year }) => year === this.#year.value || year === '')
    const options = groups.map(({ year, choices }) =>
      element(
        'optgroup',
        { label: year === '' ? 'すべての年度' : `${year.toUpperCase()} の報告書` },
        choices.map(({ path, name }) => element('option', { value: path }, [name])),
      ),
    )
    fill(this.#file, [element('option', { value: '' }, ['選んでください']), ...options])
  }
}
