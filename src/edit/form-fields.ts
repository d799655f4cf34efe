import { element } from '../search/page/elements.ts'
import type { YamlValue, YamlWay } from '../text/yaml-patch.ts'
import type { FormSchema } from './form-schemas.ts'

/** What a form asks the page to do. */
export interface FormActions {
  /** Another value at one place; `null` takes the key or the item away. */
  set: (way: YamlWay, value: YamlValue | null) => void
  /** The same where the form gets other fields by it. */
  restructure: (way: YamlWay, value: YamlValue | null) => void
}

/** One place of a form. */
export interface Field {
  /** What stands there now; `undefined` where nothing does. */
  data: unknown
  schema: FormSchema
  way: YamlWay
  required: boolean
  /** Its name where the schema has none. */
  name?: string
  actions: FormActions
}

/** A field for one text, number, choice or truth value, with its name. */
export function fieldOf(field: Field): HTMLElement {
  const { schema, way, data, required, actions } = field
  const name = way.join('.')
  if (schema.type === 'boolean') {
    const box = element('input', { name, type: 'checkbox' })
    box.checked = data === true
    box.addEventListener('change', () => actions.set(way, box.checked))
    return element('label', { class: 'truth' }, [box, ...nameOf(field), ...hintOf(schema)])
  }
  const input = inputOf(field, name)
  const tell = () => actions.set(way, input.value.trim() === '' && !required ? null : valueOf(input.value, field))
  input.addEventListener(input instanceof HTMLSelectElement ? 'change' : 'input', tell)
  return element('label', {}, [element('span', {}, [...nameOf(field), ...hintOf(schema)]), input])
}

function inputOf({ schema, data, required }: Field, name: string) {
  const text = textOf(data)
  const attributes = { name, ...(required && { required: '' }) }
  if (schema.enum) {
    // What stands there stays to be seen, whatever it is.
    const options = schema.enum.includes(text) ? schema.enum : [text, ...schema.enum]
    const select = element(
      'select',
      attributes,
      options.map((option) => element('option', { value: option }, [option])),
    )
    select.value = text
    return select
  }
  if (schema.contentMediaType || text.includes('\n')) {
    return element('textarea', { ...attributes, rows: String(Math.min(12, text.split('\n').length + 1)) }, [text])
  }
  const isDate = schema.format === 'date' && /^(?:\d{4}-\d\d-\d\d)?$/.test(text)
  return element('input', {
    ...attributes,
    ...(isDate && { type: 'date' }),
    ...(schema.type === 'number' && { inputmode: 'decimal' }),
    value: text,
  })
}

/** `番号。ファイル名と同じです` of the key `number` → `番号 number`. */
export function nameOf({ schema, way, name = '' }: Omit<Field, 'actions'>): (Node | string)[] {
  const [own = ''] = (schema.description ?? '').split('。')
  const key = way.at(-1)
  if (own === '') return [name || String(key)]
  return [own, ...(typeof key === 'string' ? [' ', element('code', {}, [key])] : [])]
}

/** How to write it, the rest of the description. */
export function hintOf({ description = '' }: FormSchema): HTMLElement[] {
  const [, ...hint] = description.split('。')
  return hint.join('') === '' ? [] : [element('span', { class: 'hint' }, [hint.join('。')])]
}

/** A number where one belongs; what is none is written as it is, so that the check tells of it. */
function valueOf(text: string, { schema, data }: Field): string | number {
  const trimmed = text.trim()
  const isNumber = schema.type === 'number' || (schema.anyOf && typeof data === 'number')
  return isNumber && /^[+-]?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : isNumber ? trimmed : text
}

/** A scalar of YAML as a field shows it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
