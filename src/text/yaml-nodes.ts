import { EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents } from 'js-yaml'
import type { ScalarEvent } from 'js-yaml'

/** A value as it stands in a YAML text, from its first character to behind its last; quotes and brackets belong to it. */
export type YamlNode = YamlScalar | YamlMapping | YamlList

interface Span {
  start: number
  end: number
}

export interface YamlScalar extends Span {
  kind: 'scalar'
  /** The character it begins with says how it is written: `'`, `"`, `|`, `>`; `''` where it has no sign. */
  sign: '' | "'" | '"' | '|' | '>'
}

export interface YamlMapping extends Span {
  kind: 'mapping'
  /** Written in braces. */
  flow: boolean
  entries: { key: string; keyStart: number; value: YamlNode }[]
}

export interface YamlList extends Span {
  kind: 'list'
  flow: boolean
  /** Each begins behind its `- `. */
  items: YamlNode[]
}

const SIGNS = {
  [SCALAR_STYLE.PLAIN]: '',
  [SCALAR_STYLE.SINGLE_QUOTED]: "'",
  [SCALAR_STYLE.DOUBLE_QUOTED]: '"',
  [SCALAR_STYLE.LITERAL_BLOCK]: '|',
  [SCALAR_STYLE.FOLDED_BLOCK]: '>',
} as const

/** The nodes of a YAML text of one document without aliases; `null` where there is none. Throws js-yaml's error where it can't be read. */
export function yamlNodes(text: string): YamlNode | null {
  const events = parseEvents(text, {})
  let next = 0
  /** Behind what has been read so far. */
  let behind = 0

  function scalar(event: ScalarEvent): YamlScalar {
    const sign = SIGNS[event.style]
    if (event.valueStart < 0) {
      // An empty value stands behind the colon of its key.
      const colon = text.indexOf(':', behind)
      behind = colon < 0 ? behind : colon + 1
      return { kind: 'scalar', sign, start: behind, end: behind }
    }
    const isBlock = sign === '|' || sign === '>'
    const quote = sign === "'" || sign === '"' ? 1 : 0
    const start = isBlock ? text.indexOf(sign, behind) : event.valueStart - quote
    const end = isBlock ? start + text.slice(start, event.valueEnd).trimEnd().length : event.valueEnd + quote
    behind = end
    return { kind: 'scalar', sign, start, end }
  }

  function node(): YamlNode {
    const event = events[next++]
    if (event?.type === EVENT_ID.SCALAR) return scalar(event)
    if (event?.type === EVENT_ID.MAPPING) {
      const flow = text[event.start] === '{'
      behind = event.start + (flow ? 1 : 0)
      const entries: YamlMapping['entries'] = []
      for (let key = events[next]; key?.type === EVENT_ID.SCALAR; key = events[next]) {
        next++
        const { start: keyStart } = scalar(key)
        entries.push({ key: getScalarValue(text, key), keyStart, value: node() })
      }
      return { kind: 'mapping', flow, entries, start: event.start, end: close(flow, '}') }
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const flow = text[event.start] === '['
      behind = event.start + (flow ? 1 : 0)
      const items: YamlNode[] = []
      while (events[next]?.type !== EVENT_ID.POP) items.push(node())
      return { kind: 'list', flow, items, start: event.start, end: close(flow, ']') }
    }
    throw new Error('an alias has no place of its own to be changed')
  }

  function close(flow: boolean, bracket: string): number {
    if (events[next++]?.type !== EVENT_ID.POP) throw new Error('a collection as a key has no place to be changed')
    if (!flow) return behind
    while (text[behind] !== bracket) {
      if (behind >= text.length) throw new Error(`no ${bracket}`)
      behind = text[behind] === '#' ? text.indexOf('\n', behind) : behind + 1
    }
    return ++behind
  }

  if (events[next++]?.type !== EVENT_ID.DOCUMENT || events[next]?.type === EVENT_ID.POP) return null
  return node()
}
