import { splitFrontMatter } from '../text/front-matter.ts'
import { type YamlWay, patchYaml } from '../text/yaml-patch.ts'
import { readYaml } from '../text/yaml.ts'

/**
 * 原稿: one Markdown file with front matter while it is edited, with `\n` line ends. Each edit gives the whole text with
 * nothing else changed; `null` where the front matter can't be read, and the text has to be edited as a whole.
 */

/** The front matter's value and the body; `null` where they can't be told apart or read. */
export function readManuscript(text: string): { data: Record<string, unknown>; body: string } | null {
  const parts = splitFrontMatter(text)
  if (typeof parts === 'string') return null
  const yaml = readYaml(parts.yaml)
  if ('reason' in yaml || typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
    return null
  return { data: yaml.value as Record<string, unknown>, body: parts.body }
}

/** The line of the file on which the body begins; 1 where there is no front matter. */
export function bodyLine(text: string): number {
  const parts = splitFrontMatter(text)
  return typeof parts === 'string' ? 1 : parts.bodyLine
}

/** Another value at one place of the front matter; `null` as value takes the key away. */
export function withField(text: string, way: YamlWay, value: string | number | null): string | null {
  return withYaml(text, (yaml) => patchYaml(yaml, way, value))
}

/** Another body. */
export function withBody(text: string, body: string): string | null {
  const parts = splitFrontMatter(text)
  return typeof parts === 'string' ? null : text.slice(0, text.length - parts.body.length) + body
}

/** A figure more behind the others, to be filled in; its value is the first of its fiscal year. */
export function withNewFigure(text: string, fiscalYear: string): string | null {
  const lines = (indent: string) =>
    ['- label: 数値の名前', '  unit: 件', `  values: { ${fiscalYear}: 0 }`].map((line) => indent + line).join('\n')
  return withYaml(text, (yaml) => {
    const figures = figuresOf(yaml)
    if (figures === null) return `${yaml.trimEnd()}\nfigures:\n${lines('  ')}`
    // The list is a block at the end of which the new one comes: behind the last line that is indented below `figures:`.
    const start = yaml.search(/^figures:/m)
    const rest = yaml.slice(start).split('\n')
    const end = rest.findIndex((line, i) => i > 0 && /^[^\s#-]/.test(line))
    const own = (end < 0 ? rest : rest.slice(0, end)).join('\n').trimEnd()
    const indent = /^( *)- /m.exec(own)?.[1]
    if (indent === undefined) return null
    return `${yaml.slice(0, start)}${own}\n${lines(indent)}${yaml.slice(start + own.length)}`
  })
}

/** Takes the n-th figure away; the last one takes the key with it. */
export function withoutFigure(text: string, n: number): string | null {
  return withYaml(text, (yaml) => patchYaml(yaml, figuresOf(yaml)?.length === 1 ? ['figures'] : ['figures', n], null))
}

function figuresOf(yaml: string): unknown[] | null {
  const read = readYaml(yaml)
  const figures = 'reason' in read ? null : (read.value as Record<string, unknown> | null)?.['figures']
  return Array.isArray(figures) && figures.length > 0 ? figures : null
}

function withYaml(text: string, change: (yaml: string) => string | null): string | null {
  const parts = splitFrontMatter(text)
  if (typeof parts === 'string') return null
  const yaml = change(parts.yaml)
  if (yaml === null) return null
  const start = text.indexOf('\n') + 1
  return text.slice(0, start) + yaml + text.slice(start + parts.yaml.length)
}
