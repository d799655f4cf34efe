import { element } from '../search/page/elements.ts'
import type { YamlValue, YamlWay } from '../text/yaml-patch.ts'
import { type Field, type FormActions, fieldOf, hintOf, nameOf, textOf } from './form-fields.ts'
import type { FormSchema } from './form-schemas.ts'

/** More items than this are shown closed. */
const MOST_OPEN = 3

/** The fields of a file's YAML, filled: one for each key that the schema knows, in the schema's order. */
export function formOf(data: unknown, schema: FormSchema, actions: FormActions): HTMLElement[] {
  if (schema.type === 'array') return [listOf({ data, schema, way: [], required: true, actions })]
  return objectFields(data, schema, [], actions)
}

function objectFields(data: unknown, schema: FormSchema, way: YamlWay, actions: FormActions): HTMLElement[] {
  const values = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  return Object.entries(schema.properties ?? {}).map(([key, own]) => {
    const required = schema.required?.includes(key) ?? false
    return partFor({ data: values[key], schema: own, way: [...way, key], required, actions })
  })
}

function partFor(field: Field): HTMLElement {
  if (field.schema.type === 'array') return listOf(field)
  if (field.schema.additionalProperties) return recordOf(field, field.schema.additionalProperties)
  return fieldOf(field)
}

function listOf(field: Field): HTMLElement {
  const { data, schema, way, required, actions } = field
  const items = Array.isArray(data) ? (data as unknown[]) : []
  const own = schema.items ?? {}
  const name = (schema.description ?? '').split('。')[0] ?? ''
  const add = element('button', { type: 'button', class: 'add', 'data-way': way.join('.') }, [
    `${name || '項目'}を足す`,
  ])
  add.addEventListener('click', () => {
    // Where there is no list yet, it comes with its first item.
    if (Array.isArray(data)) actions.restructure([...way, items.length], blankOf(own))
    else if (way.length > 0) actions.restructure(way, [blankOf(own)])
    else actions.restructure([0], blankOf(own))
  })
  const remove = (n: number) => {
    if (items.length > 1) actions.restructure([...way, n], null)
    else actions.restructure(way, required ? [] : null)
  }
  const parts = items.map((item, n) =>
    own.type === 'object'
      ? itemOf(item, n, { ...field, schema: own }, items.length <= MOST_OPEN, name, remove)
      : textItemOf(item, n, { ...field, schema: own }, name, remove),
  )
  return element('fieldset', { class: own.type === 'object' ? 'list' : 'texts' }, [
    ...(way.length > 0 ? [element('legend', {}, nameOf(field)), ...hintOf(schema)] : []),
    ...parts,
    add,
  ])
}

/** An item with fields of its own, under its name. */
function itemOf(
  item: unknown,
  n: number,
  { schema, way, actions }: Field,
  open: boolean,
  name: string,
  remove: (n: number) => void,
): HTMLElement {
  const own = [...way, n]
  const ownName = itemName(item, schema) || `${n + 1} つめの${name || '項目'}`
  const button = element('button', { type: 'button', class: 'remove' }, [`「${shortened(ownName)}」を消す`])
  button.addEventListener('click', () => remove(n))
  const summary = element('summary', {}, [ownName])
  const box = element('details', { class: 'item', 'data-way': own.join('.'), ...(open && { open: '' }) }, [
    summary,
    ...objectFields(item, schema, own, actions),
    button,
  ])
  // The name follows what is typed.
  box.addEventListener('input', ({ target }) => {
    const input = target as HTMLInputElement
    const [first] = textKeysOf(schema)
    if (input.name === [...own, first].join('.')) summary.textContent = input.value || summary.textContent
  })
  return box
}

/** An item that is a text alone. */
function textItemOf(item: unknown, n: number, field: Field, name: string, remove: (n: number) => void): HTMLElement {
  const row = fieldOf({ ...field, data: item, way: [...field.way, n], required: true, name: `${name} ${n + 1}` })
  const button = element('button', { type: 'button', class: 'remove', 'aria-label': `${textOf(item)}を消す` }, ['消す'])
  button.addEventListener('click', () => remove(n))
  return element('div', { class: 'text-item' }, [row, button])
}

/** A record by fiscal year: a field for each, and one for a year more. */
function recordOf(field: Field, own: FormSchema): HTMLElement {
  const { data, way, actions } = field
  const known = typeof data === 'object' && data !== null ? Object.entries(data as Record<string, unknown>) : []
  const fields = known.map(([year, value]) =>
    fieldOf({ data: value, schema: own, way: [...way, year], required: false, name: year, actions }),
  )
  const year = element('input', { name: [...way, 'new'].join('.'), size: '4', placeholder: 'R8' })
  const add = element('button', { type: 'button', class: 'add', 'data-way': way.join('.') }, ['年度を足す'])
  add.addEventListener('click', () => {
    const key = year.value.trim()
    if (key === '') return year.focus()
    if (known.length > 0) actions.restructure([...way, key], 0)
    else actions.restructure(way, { [key]: 0 })
  })
  return element('fieldset', { class: 'series' }, [
    element('legend', {}, nameOf(field)),
    ...hintOf(field.schema),
    ...fields,
    element('span', { class: 'more' }, [element('label', {}, [element('span', {}, ['足す年度']), year]), add]),
  ])
}

/** What an item is known by: its first texts. */
function itemName(item: unknown, schema: FormSchema): string {
  const values = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
  return textKeysOf(schema)
    .map((key) =>
      Array.isArray(values[key]) ? (values[key] as unknown[]).map(textOf).join('、') : textOf(values[key]),
    )
    .filter((text) => text !== '')
    .slice(0, 2)
    .join(' ')
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}

function textKeysOf({ properties = {} }: FormSchema): string[] {
  return Object.entries(properties)
    .filter(([, own]) => own.type === 'string' || own.anyOf || own.items?.type === 'string')
    .map(([key]) => key)
}

/** What a new item begins as: its required keys, to be filled in. */
function blankOf({ type, enum: options, properties, required, additionalProperties }: FormSchema): YamlValue {
  if (type === 'array') return []
  if (type === 'boolean') return false
  if (type === 'number' || type === 'integer') return 0
  if (additionalProperties) return {}
  if (type !== 'object') return options?.[0] ?? ''
  return Object.fromEntries((required ?? []).map((key) => [key, blankOf(properties?.[key] ?? {})]))
}
