import { XmlElement, parseXml } from '@rgrove/parse-xml'

export type { XmlElement }

/** Why a file can't be read: the end of a Japanese sentence that begins with its name. */
export class Unreadable extends Error {}

/** Deeper than any document is: an XML that nests without end would fill the stack. */
const DEEPEST = 200

/** The root of an XML part. Entities of its own, which could name files or grow without end, are refused. */
export function readXml(text: string): XmlElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Unreadable('の XML に、文書型の宣言（DOCTYPE）があるので、読みません。')
  let root: XmlElement | null = null
  try {
    if (depthOf(text) > DEEPEST) throw new Error('too deep')
    root = parseXml(text).root
  } catch {
    root = null
  }
  if (!root)
    throw new Unreadable('の XML は壊れているので、読めません。Word か PowerPoint で開いて、保存し直してください。')
  return root
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const [tag] of text.matchAll(/<[^?!][^>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

/** The name without its prefix: programs choose prefixes and name spaces of their own. */
export function nameOf(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

/** An attribute by its name without prefix. */
export function attribute(element: XmlElement | null | undefined, name: string): string | null {
  if (!element) return null
  const own = element.attributes[name]
  if (own !== undefined) return own
  const key = Object.keys(element.attributes).find((each) => each.endsWith(`:${name}`))
  return key === undefined ? null : (element.attributes[key] ?? null)
}

export function elementsOf(element: XmlElement | null | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => child instanceof XmlElement)
}

/** The first child of a name, or of a path of names: `('spPr', 'xfrm', 'off')`. */
export function child(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let found = element ?? null
  for (const name of path) found = elementsOf(found).find((each) => nameOf(each) === name) ?? null
  return found
}

/** All words below, run by run. */
export function wordsIn(element: XmlElement | null | undefined, between = ''): string {
  return all(element, 't')
    .map(({ text }) => text)
    .join(between)
}

/** Every element of a name below, in the order of the document. */
export function all(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return elementsOf(element).flatMap((each) => (nameOf(each) === name ? [each, ...all(each, name)] : all(each, name)))
}
