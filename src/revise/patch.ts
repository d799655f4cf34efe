import { type FrontMatter, splitFrontMatter } from '../text/front-matter.ts'
import { type YamlDocument, readYaml } from '../text/yaml.ts'
import { Unmendable } from './revision.ts'

/** One change of a text: what stands from `start` to before `end` becomes `text`. Offsets are of the text before all changes. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** A text with edits made in it, which don't overlap; all else stays as it is, byte for byte. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let made = ''
  let reached = 0
  for (const { start, end, text: fresh } of edits.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(reached, start) + fresh
    reached = end
  }
  return made + text.slice(reached)
}

/** The line end that a text uses. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** YAML as it stands in a file, and the offset in the file at which it begins. */
export interface PlacedYaml extends YamlDocument {
  path: string
  text: string
  at: number
}

/** A file's YAML: the whole of a `.yml`, the front matter of Markdown. */
export function placedYaml(path: string, text: string): PlacedYaml {
  const { yaml, at } = path.endsWith('.yml') ? { yaml: withoutMark(text), at: markOf(text) } : partsOf(path, text)
  const read = readYaml(yaml)
  if ('reason' in read) throw new Unmendable(path, '項目')
  return { ...read, path, text: yaml, at }
}

/** Front matter and body of a Markdown file with the offsets in the file at which they begin. */
export function partsOf(path: string, text: string): FrontMatter & { at: number; bodyAt: number } {
  const parts = splitFrontMatter(withoutMark(text))
  if (typeof parts === 'string') throw new Unmendable(path, '初めの項目')
  return { ...parts, at: text.indexOf('\n') + 1, bodyAt: text.length - parts.body.length }
}

/** Some Windows editors write a byte order mark. */
const markOf = (text: string) => (text.startsWith('\ufeff') ? 1 : 0)
const withoutMark = (text: string) => text.slice(markOf(text))

/** The edit that writes another number in the place of the one that stands at a path of the YAML. */
export function replaceNumber(yaml: PlacedYaml, key: string, from: string, to: string): Edit {
  const start = yaml.valueAt.get(key)
  if (start === undefined || !yaml.text.startsWith(from, start)) throw new Unmendable(yaml.path, `「${key}」`)
  return { start: yaml.at + start, end: yaml.at + start + from.length, text: to }
}

/** The edit that takes away a key of the front matter with its value, which stands on the same line. */
export function removeKey(yaml: PlacedYaml, key: string): Edit {
  const at = yaml.keyAt.get(key)
  const value = yaml.valueAt.get(key)
  if (at === undefined) throw new Unmendable(yaml.path, `「${key}」`)
  const start = yaml.text.lastIndexOf('\n', at) + 1
  const next = yaml.text.indexOf('\n', at)
  const end = next < 0 ? yaml.text.length : next + 1
  if (yaml.text.slice(start, at).trim() !== '' || (value !== undefined && value > end)) {
    throw new Unmendable(yaml.path, `「${key}」`)
  }
  // The last line's `\n` stands before the closing `---`, outside of the YAML.
  return { start: yaml.at + start, end: yaml.at + end + (next < 0 ? 1 : 0), text: '' }
}

/** The edit that adds a line to the front matter, behind the line of a key or, where that has more lines, at the end. */
export function addLine(yaml: PlacedYaml, behind: string, line: string): Edit {
  const at = yaml.keyAt.get(behind) ?? 0
  const next = yaml.text.indexOf('\n', at)
  const isSingle = next >= 0 && /^[A-Za-z]/.test(yaml.text.slice(next + 1))
  const end = lineEndOf(yaml.text)
  if (isSingle) return insertAt(yaml.at + next + 1, line + end)
  // Before the closing `---`.
  return insertAt(yaml.at + yaml.text.length + (yaml.text === '' ? 0 : 1), line + end)
}

const insertAt = (start: number, text: string): Edit => ({ start, end: start, text })

/** The offsets of an item of a block list, from the beginning of its first line to the end of its last one. */
export function itemLines(yaml: PlacedYaml, item: string): { start: number; end: number } {
  const at = yaml.keyAt.get(item)
  const start = at === undefined ? 0 : yaml.text.lastIndexOf('\n', at - 1) + 1
  const dash = at === undefined ? '' : yaml.text.slice(start, at)
  if (at === undefined || !/^ *- +$/.test(dash)) throw new Unmendable(yaml.path, `「${item}」`)
  const indent = dash.indexOf('-')
  let end = yaml.text.indexOf('\n', at) + 1 || yaml.text.length
  while (end < yaml.text.length) {
    const line = /.*/y
    line.lastIndex = end
    const next = line.exec(yaml.text)?.[0] ?? ''
    if (next.trim() !== '' && next.search(/[^ ]/) <= indent) break
    end = yaml.text.indexOf('\n', end) + 1 || yaml.text.length
  }
  return { start: yaml.at + start, end: yaml.at + end }
}
