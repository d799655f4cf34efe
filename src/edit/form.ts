import { element } from '../search/page/elements.ts'
import type { YamlWay } from '../text/yaml-patch.ts'
import type { Field } from './field-list.ts'

/** What a form asks the page to do. */
export interface FormActions {
  /** A field was changed; an empty one goes. */
  set: (way: YamlWay, value: string | number | null) => void
  /** A year more in a figure's values, with 0 to be filled in. */
  addYear: (way: YamlWay) => void
  addFigure: () => void
  removeFigure: (n: number) => void
}

type Data = Record<string, unknown>

/** The fields of a file's front matter, filled. */
export function formOf(data: Data, fields: readonly Field[], hasFigures: boolean, actions: FormActions): HTMLElement[] {
  const rows = fields.map(({ key, description, required, long }) => {
    const attributes = { name: key, ...(required && { required: '' }) }
    const input = long
      ? element('textarea', { ...attributes, rows: '4' }, [textOf(data[key])])
      : element('input', { ...attributes, value: textOf(data[key]) })
    input.addEventListener('input', () =>
      actions.set([key], input.value.trim() === '' && !required ? null : input.value),
    )
    return labelled(`${key} ${description}`, input)
  })
  return hasFigures ? [...rows, figuresOf(data['figures'], actions)] : rows
}

function figuresOf(figures: unknown, actions: FormActions): HTMLElement {
  const list = Array.isArray(figures) ? (figures as Data[]) : []
  const add = element('button', { type: 'button' }, ['数値を足す'])
  add.addEventListener('click', actions.addFigure)
  const parts = list.map((figure, n) => figureOf(figure, n, actions))
  return element('fieldset', { class: 'figures' }, [element('legend', {}, ['figures 本文にある数値']), ...parts, add])
}

function figureOf(figure: Data, n: number, actions: FormActions): HTMLElement {
  const texts = (['label', 'unit'] as const).map((key) => {
    const input = element('input', { name: `figures.${n}.${key}`, value: textOf(figure[key]), required: '' })
    input.addEventListener('input', () => actions.set(['figures', n, key], input.value))
    return labelled(key === 'label' ? 'label 数値の名前' : 'unit 単位', input)
  })
  const series = (['values', 'changes'] as const).map((key) => seriesOf(figure[key], n, key, actions))
  const remove = element('button', { type: 'button' }, ['この数値を消す'])
  remove.addEventListener('click', () => actions.removeFigure(n))
  const legend = element('legend', {}, [textOf(figure['label']) || `${n + 1} つ目の数値`])
  return element('fieldset', { class: 'figure' }, [legend, ...texts, ...series, remove])
}

/** The values of the fiscal years, each with a field, and a pair of fields for one more. */
function seriesOf(series: unknown, n: number, key: 'values' | 'changes', actions: FormActions): HTMLElement {
  const name = key === 'values' ? 'values 年度ごとの値' : 'changes 対前年度比（減は負の数）'
  const known = typeof series === 'object' && series !== null ? Object.entries(series) : []
  const inputs = known.map(([year, value]) => {
    const input = element('input', { name: `figures.${n}.${key}.${year}`, value: textOf(value), inputmode: 'decimal' })
    input.addEventListener('input', () => actions.set(['figures', n, key, year], numberOf(input.value)))
    return labelled(year, input)
  })
  const year = element('input', { name: `figures.${n}.${key}.new`, size: '4', placeholder: 'R8' })
  const add = element('button', { type: 'button' }, ['年度を足す'])
  add.addEventListener('click', () => {
    if (year.value.trim() !== '') actions.addYear(['figures', n, key, year.value.trim()])
  })
  const more = element('span', { class: 'more' }, [labelled('年度', year), add])
  return element('fieldset', { class: 'series' }, [element('legend', {}, [name]), ...inputs, more])
}

/** What is no number is written as it is, so that the check tells of it. */
function numberOf(text: string): string | number | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^[+-]?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function labelled(name: string, input: HTMLElement): HTMLLabelElement {
  return element('label', {}, [element('span', {}, [name]), input])
}
