import { YAMLException, dump } from 'js-yaml'
import { type YamlList, type YamlMapping, type YamlNode, type YamlScalar, yamlNodes } from './yaml-nodes.ts'
import { readYaml } from './yaml.ts'

/** The way to a value: `['figures', 0, 'values', 'R7']`. */
export type YamlWay = readonly (string | number)[]

/** What can be written in YAML. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/**
 * A YAML text with another value at one place, and no other byte changed: comments, order, quotes and blank lines stay.
 * What stands there is replaced; a key that its mapping has not, or an item behind the last one of a list, comes at its
 * end; `null` takes a key or an item away. Gives `null` where that can't be done.
 */
export function patchYaml(text: string, way: YamlWay, value: YamlValue | null): string | null {
  const before = readYaml(text)
  if ('reason' in before) return null
  if (before.value === null) return begun(text, way, value)
  const wanted = withValue(before.value, way, value)
  if (wanted === undefined) return null
  let root: YamlNode | null
  try {
    root = yamlNodes(text)
  } catch (error) {
    // An alias, a collection as a key: there is no one place to change.
    if (error instanceof YAMLException || error instanceof Error) return null
    throw error
  }
  const parent = root && nodeAt(root, way.slice(0, -1))
  if (!parent) return null
  // A way of writing is taken when the text, read again, says what was wanted and nothing else.
  return patches(text, parent, way, value).find((patched) => same(valueOf(patched), wanted)) ?? null
}

/** The first value of a text that has none; comments stay above it. */
function begun(text: string, [step, ...rest]: YamlWay, value: YamlValue | null): string | null {
  if (step === undefined || rest.length > 0 || value === null) return null
  const end = text === '' || text.endsWith('\n') ? '' : '\n'
  return `${text}${end}${linesOf(step === 0 ? [value] : { [step]: value }, 0)}\n`
}

function patches(text: string, parent: YamlNode, way: YamlWay, value: YamlValue | null): string[] {
  const step = way.at(-1) ?? ''
  const old =
    parent.kind === 'mapping'
      ? parent.entries.find(({ key }) => key === String(step))?.value
      : parent.kind === 'list'
        ? parent.items[Number(step)]
        : undefined
  if (value === null) return old ? [without(text, parent, old, step)] : [text]
  if (old?.kind === 'scalar' && typeof value !== 'object') {
    return ways(text, parent, value, old).map((written) => replaced(text, old, written))
  }
  if (old) return swapped(text, parent, old, value)
  if (parent.kind === 'mapping') return entryWays(text, parent, value).map((it) => added(text, parent, `${step}:${it}`))
  return parent.kind === 'list' ? appended(text, parent, value) : []
}

/** How a scalar may be written there, the likest to what stood there first. */
function ways(text: string, parent: YamlNode, value: string | number | boolean, old?: YamlScalar): string[] {
  const plain = String(value)
  if (typeof value !== 'string') return [plain]
  const single = `'${value.replaceAll("'", "''")}'`
  const double = JSON.stringify(value)
  const indent = ' '.repeat(columnOf(text, parent) + 2)
  const block = `|\n${value.replace(/^(?=.)/gm, indent)}`
  const lines = value.includes('\n') || old?.sign === '|'
  const bySign = { "'": single, '"': double, '|': block, '>': block, '': plain }
  // Quotes around nothing say nothing of what comes into them.
  const sign = old && old.end - old.start > 2 ? old.sign : ''
  return [...(lines ? [block] : []), bySign[sign], plain, single, double]
}

/** What may stand behind a key's colon. */
function entryWays(text: string, mapping: YamlMapping, value: YamlValue): string[] {
  if (typeof value !== 'object') return ways(text, mapping, value).map((written) => ` ${written}`)
  const isEmpty = Object.keys(value).length === 0
  const block = `\n${linesOf(value, columnOf(text, mapping) + 2)}`
  return [...(mapping.flow || isEmpty ? [] : [block]), ` ${flowOf(value)}`]
}

/** A collection in the place of what stood there. */
function swapped(text: string, parent: YamlNode, old: YamlNode, value: YamlValue): string[] {
  if (typeof value !== 'object' || parent.kind !== 'mapping') return []
  const colon = text.slice(0, old.start).trimEnd()
  return entryWays(text, parent, value).map((written) => colon + written + text.slice(old.end))
}

/** An item more at a list's end. */
function appended(text: string, list: YamlList, value: YamlValue): string[] {
  const last = list.items.at(-1)
  const written = typeof value === 'object' ? [flowOf(value)] : ways(text, list, value)
  const flow = written.map((it) => {
    const at = last?.end ?? list.start + 1
    return `${text.slice(0, at)}${last ? ', ' : ''}${it}${text.slice(last ? at : list.end - 1)}`
  })
  if (list.flow && last) return flow
  if (!last) return [...openedUp(text, list, value), ...flow]
  const dash = text.lastIndexOf('-', last.start - 1)
  const column = dash - (text.lastIndexOf('\n', dash) + 1)
  const at = lineEnd(text, last.end)
  return [`${text.slice(0, at)}\n${linesOf([value], column)}${text.slice(at)}`]
}

/** `[]`, below its key or alone, gives way to lines. */
function openedUp(text: string, { start, end }: YamlList, value: YamlValue): string[] {
  const before = text.slice(0, start)
  if (/^(?:\s*#.*\n|\s)*$/.test(before)) return [before + linesOf([value], 0) + text.slice(end)]
  const lineStart = text.lastIndexOf('\n', start) + 1
  const column = /^ *(?:- +)*/.exec(text.slice(lineStart))?.[0].length ?? 0
  return [`${before.trimEnd()}\n${linesOf([value], column + 2)}${text.slice(end)}`]
}

/** A collection as lines that are indented so far, without the last one's end. */
function linesOf(value: YamlValue, column: number): string {
  return dump(value, { lineWidth: -1, noRefs: true })
    .trimEnd()
    .replace(/^(?=.)/gm, ' '.repeat(column))
}

/** A collection on one line. */
function flowOf(value: YamlValue): string {
  return dump(value, { lineWidth: -1, noRefs: true, flowLevel: 0 }).trim()
}

function replaced(text: string, { start, end }: YamlNode, written: string): string {
  const blank = text[start - 1] === ':' ? ' ' : ''
  return text.slice(0, start) + blank + written + text.slice(end)
}

function added(text: string, mapping: YamlMapping, entry: string): string {
  const last = mapping.entries.at(-1)
  if (mapping.flow) {
    const at = last?.value.end ?? mapping.start + 1
    const end = last ? text.slice(at) : ` ${text.slice(at).trimStart()}`
    return `${text.slice(0, at)}${last ? ',' : ''} ${entry}${end}`
  }
  const at = lineEnd(text, last?.value.end ?? mapping.end)
  return `${text.slice(0, at)}\n${' '.repeat(columnOf(text, mapping))}${entry}${text.slice(at)}`
}

function without(text: string, parent: YamlNode, old: YamlNode, step: string | number): string {
  if (parent.kind === 'scalar') return text
  const starts =
    parent.kind === 'mapping' ? parent.entries.map(({ keyStart }) => keyStart) : parent.items.map((it) => it.start)
  const ends =
    parent.kind === 'mapping' ? parent.entries.map(({ value }) => value.end) : parent.items.map((it) => it.end)
  const i = parent.kind === 'mapping' ? parent.entries.findIndex(({ key }) => key === String(step)) : Number(step)
  const start = starts[i] ?? old.start
  if (parent.flow) {
    // The comma goes with it: the one before, or for the first one that behind.
    const from = i > 0 ? (ends[i - 1] ?? start) : start
    return text.slice(0, from) + text.slice(i > 0 ? old.end : (starts[i + 1] ?? old.end))
  }
  const end = lineEnd(text, old.end)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(0, lineStart) + text.slice(Math.min(text.length, end + 1))
}

function columnOf(text: string, { start }: YamlNode): number {
  return start - (text.lastIndexOf('\n', start - 1) + 1)
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function nodeAt(root: YamlNode, way: YamlWay): YamlNode | null {
  let node: YamlNode | undefined = root
  for (const step of way) {
    if (node?.kind === 'mapping') node = node.entries.find(({ key }) => key === String(step))?.value
    else if (node?.kind === 'list') node = node.items[Number(step)]
    else return null
  }
  return node ?? null
}

/** A value with another one at its place; `undefined` where there is no such place. */
function withValue(whole: unknown, [step, ...rest]: YamlWay, value: YamlValue | null): unknown {
  if (step === undefined) return value
  if (Array.isArray(whole)) {
    const i = Number(step)
    if (i === whole.length && rest.length === 0 && value !== null) return [...(whole as unknown[]), value]
    if (!(i < whole.length)) return undefined
    if (rest.length === 0 && value === null) return whole.toSpliced(i, 1)
    const inner = withValue(whole[i], rest, value)
    return inner === undefined ? undefined : whole.with(i, inner)
  }
  if (typeof whole !== 'object' || whole === null) return undefined
  const { [step]: old, ...others } = whole as Record<string, unknown>
  if (rest.length === 0) return value === null ? others : { ...others, [step]: value }
  const inner = withValue(old, rest, value)
  return inner === undefined ? undefined : { ...others, [step]: inner }
}

function valueOf(text: string): unknown {
  const yaml = readYaml(text)
  return 'reason' in yaml ? undefined : yaml.value
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trimEnd() === b.trimEnd()
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))]
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.has(key) && same(value, theirs.get(key)))
}
