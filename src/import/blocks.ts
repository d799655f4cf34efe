import type { DocumentResult, Unit } from './document.ts'

/** A unit as a Markdown block of an initiative's body; `null` for what no body holds. */
export function blockOf(unit: Unit): string | null {
  if (unit.kind === 'group') return `### ${unit.text}`
  if (unit.kind === 'results') return bullets(unit.items, '')
  if (unit.kind === 'paragraph') return unit.lines.join('\\\n')
  if (unit.kind === 'footnote') return `[^${unit.mark}]: ${unit.lines.join('\\\n    ')}`
  return null
}

function bullets(items: readonly DocumentResult[], indent: string): string {
  return items
    .map((item) => {
      const own = indent + '- ' + item.lines.join(`\\\n${indent}  `)
      return item.children.length > 0 ? `${own}\n${bullets(item.children, indent + '  ')}` : own
    })
    .join('\n')
}

/** A unit's words, to name it by. */
export function wordsOf(unit: Unit): string {
  return 'text' in unit ? unit.text : 'lines' in unit ? unit.lines.join(' ') : '実績'
}
