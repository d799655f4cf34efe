import { splitFrontMatter } from '../text/front-matter.ts'
import { type YamlValue, type YamlWay, patchYaml } from '../text/yaml-patch.ts'
import { readYaml } from '../text/yaml.ts'

/**
 * 原稿: one file of the content folder while it is edited, with `\n` line ends: Markdown with front matter, or YAML. Each
 * edit gives the whole text with nothing else changed; `null` where it can't be made, and the text has to be edited as a
 * whole.
 */

interface Manuscript {
  /** What its YAML says; `null` where it is empty. */
  data: unknown
  /** `null` where it is all YAML. */
  body: string | null
}

/** Its YAML's value and its body; `null` where they can't be told apart or read. */
export function readManuscript(path: string, text: string): Manuscript | null {
  const parts = partsOf(path, text)
  if (!parts) return null
  const yaml = readYaml(parts.yaml)
  if ('reason' in yaml || (yaml.value !== null && typeof yaml.value !== 'object')) return null
  return { data: yaml.value, body: parts.body }
}

/** The line of the file on which the body begins; 1 where there is no front matter. */
export function bodyLine(text: string): number {
  const parts = splitFrontMatter(text)
  return typeof parts === 'string' ? 1 : parts.bodyLine
}

/** Another value at one place of the YAML; `null` as value takes the key or the item away. */
export function withField(path: string, text: string, way: YamlWay, value: YamlValue | null): string | null {
  const parts = partsOf(path, text)
  if (!parts) return null
  const { yaml, at } = parts
  const patched = patchYaml(yaml, way, value)
  return patched === null ? null : text.slice(0, at) + patched + text.slice(at + yaml.length)
}

/** Another body. */
export function withBody(path: string, text: string, body: string): string | null {
  const parts = partsOf(path, text)
  return parts?.body == null ? null : text.slice(0, text.length - parts.body.length) + body
}

/** The YAML of a file, where it begins, and the body behind it. */
function partsOf(path: string, text: string): { yaml: string; at: number; body: string | null } | null {
  if (!path.endsWith('.md')) return { yaml: text, at: 0, body: null }
  const parts = splitFrontMatter(text)
  return typeof parts === 'string' ? null : { ...parts, at: text.indexOf('\n') + 1 }
}
