import { CORE_SCHEMA, EVENT_ID, YAMLException, constructFromEvents, getScalarValue, parseEvents } from 'js-yaml'
import type { Event } from 'js-yaml'

/** A path into a YAML value: `figures.0.label`; `''` is the whole. */
export type YamlPath = string

export interface YamlDocument {
  value: unknown
  /** Where each key stands (for list items, where the item stands), as an offset into the text. */
  keyAt: Map<YamlPath, number>
  /** Where each value begins. */
  valueAt: Map<YamlPath, number>
}

/** What is wrong with a YAML text, as js-yaml says it, and where. */
export interface YamlError {
  reason: string
  offset: number
}

/** Reads one YAML document (YAML 1.2 core types) with the offset of every key and value; never throws. */
export function readYaml(text: string): YamlDocument | YamlError {
  try {
    const events = parseEvents(text, {})
    const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA })
    if (documents.length > 1) return { reason: 'more than one document', offset: text.indexOf('\n---') + 1 }
    return { value: documents[0] ?? null, ...offsets(events, text) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { reason: error.reason, offset: error.mark?.position ?? 0 }
  }
}

interface Container {
  path: string[]
  kind: 'map' | 'list'
  /** The key whose value comes next, in a mapping; `null` when the next node is a key. */
  key: string | null
  count: number
}

/** Walks the event stream once, naming each node by its path. */
function offsets(events: Event[], text: string): Pick<YamlDocument, 'keyAt' | 'valueAt'> {
  const keyAt = new Map<YamlPath, number>()
  const valueAt = new Map<YamlPath, number>()
  const stack: (Container | null)[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      stack.push(null)
      continue
    }
    if (event.type === EVENT_ID.POP) {
      stack.pop()
      continue
    }
    const at =
      event.type === EVENT_ID.SCALAR
        ? event.valueStart
        : event.type === EVENT_ID.ALIAS
          ? event.anchorStart
          : event.start
    const parent = stack.at(-1) ?? null
    let path: string[] = []
    if (parent?.kind === 'list') {
      path = [...parent.path, String(parent.count++)]
      keyAt.set(path.join('.'), at)
      valueAt.set(path.join('.'), at)
    } else if (parent?.kind === 'map' && parent.key === null) {
      // Only a scalar or an alias gets here: a collection as a key has already failed to construct.
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : ''
      keyAt.set([...parent.path, parent.key].join('.'), at)
      continue
    } else {
      if (parent) {
        path = [...parent.path, parent.key ?? '']
        parent.key = null
      }
      // An empty value has no place of its own, so its key's place is taken.
      if (at >= 0) valueAt.set(path.join('.'), at)
    }
    if (event.type === EVENT_ID.MAPPING) stack.push({ path, kind: 'map', key: null, count: 0 })
    else if (event.type === EVENT_ID.SEQUENCE) stack.push({ path, kind: 'list', key: null, count: 0 })
  }
  return { keyAt, valueAt }
}
