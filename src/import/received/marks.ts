import type { Line, Say } from './received.ts'

/** Circles that stand for ○ where an initiative begins. */
const CIRCLE = '[〇●◯⚪⭕⚫○]'

/** Points that stand for ・ where a result begins. */
const POINT = '[•▪･·‧∙⋅●■◆▶➢✓]'

/** `## 〇名前`, `- **●名前**` */
const INITIATIVE = new RegExp(`^(\\s*(?:#{1,6} *|[-*+] +(?:\\*\\*)?))(${CIRCLE})[ \\u3000]*(?=[^\\s〇●◯○])`)
const RESULT = new RegExp(`^(\\s*[-*+] +)(${POINT})[ \\u3000]*(?=\\S)`)
/** `・実績` and `• 実績` without Markdown's own mark; the latter is a mark wherever it stands. */
const LOOSE_RESULT = /^([・･])[ \u3000]*(?=\S)/
const POINTED_RESULT = /^(\s*)([•▪‧∙■◆▶➢✓])[ \u3000]*(?=\S)/
const LOOSE_INITIATIVE = new RegExp(`^(${CIRCLE})[ \\u3000]*(?=[^\\s〇●◯○])`)

/**
 * Marks of initiatives and results in the form of the report: other circles as ○, other points as ・, and those that stand
 * without Markdown's own mark with it.
 */
export function markedLines(lines: readonly Line[], done: Say): Line[] {
  return lines.map((line, i) => {
    if (line.gap) return line
    const text = marked(line, lines[i + 1], isLoose(lines, i), done)
    return text === line.text ? line : { ...line, text }
  })
}

function marked({ text, at }: Line, next: Line | undefined, isLoose: boolean, done: Say): string {
  const [, before = '', circle = ''] = INITIATIVE.exec(text) ?? []
  if (circle !== '' && (before.includes('#') || before.includes('**') || isAbove(text, next))) {
    if (circle !== '○') done(at, `「${circle}」を、取組の「○」として読む`, text.trim())
    const name = text.slice(before.length + circle.length).trim()
    if (before.includes('#')) return circle === '○' ? text : `${before}○${name}`
    return before.includes('**') ? `${before}${name}` : `${before}**${name}**`
  }
  const [found = '', mark = '', point = ''] = RESULT.exec(text) ?? []
  if (point !== '') {
    done(at, `「${point}」を、実績の「・」として読む`, text.trim())
    return `${mark}・${text.slice(found.length)}`
  }
  const [, indent = '', pointed] = POINTED_RESULT.exec(text) ?? []
  if (pointed !== undefined) {
    done(at, `行の初めの「${pointed}」を、実績として読む`, text.trim())
    return text.replace(POINTED_RESULT, `${indent}- ・`)
  }
  if (!isLoose) return text
  const [, result] = LOOSE_RESULT.exec(text) ?? []
  if (result !== undefined) {
    done(at, `行の初めの「${result}」を、実績として読む`, text.trim())
    return text.replace(LOOSE_RESULT, '- ・')
  }
  const [, initiative] = LOOSE_INITIATIVE.exec(text) ?? []
  if (initiative === undefined) return text
  done(at, `行の初めの「${initiative}」を、取組として読む`, text.trim())
  return text.replace(LOOSE_INITIATIVE, '#### ○')
}

/** Whether bullets of a deeper level follow. */
function isAbove(text: string, next: Line | undefined): boolean {
  const indent = (line: string) => /^\s*/.exec(line)?.[0].length ?? 0
  return next !== undefined && /^\s*[-*+] /.test(next.text) && indent(next.text) > indent(text)
}

/** `・実績` at the margin, where a block begins or other such lines stand. */
export function isLooseResult(lines: readonly Line[], i: number): boolean {
  return LOOSE_RESULT.test(lines[i]?.text ?? '') && isLoose(lines, i)
}

/** Whether a line stands where a block begins: below a blank line, a heading, or in a block of such lines. */
function isLoose(lines: readonly Line[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const text = lines[k]?.text ?? ''
    if (text.trim() === '' || /^#{1,6} /.test(text) || LOOSE_RESULT.test(text) || LOOSE_INITIATIVE.test(text))
      return true
    if (/^\s*[-*+] /.test(text)) return false
  }
  return true
}
