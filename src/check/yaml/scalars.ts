import { codeOf, odditiesOf } from '../../text/characters.ts'
import type { YamlDocument } from '../../text/yaml.ts'
import type { RuleId } from '../catalogue.ts'

/** What YAML makes of a text in silence: cut at ` #`, joined from several lines, with characters that an escape names. */
export interface ScalarFinding {
  rule: RuleId
  offset: number
  says: string
  expected?: string
}

/** Every text of a YAML file that is not what is written. */
export function checkScalars({ value, valueAt }: YamlDocument, text: string): ScalarFinding[] {
  const found: ScalarFinding[] = []
  const walk = (inner: unknown, path: string) => {
    const offset = valueAt.get(path)
    if (typeof inner === 'string' && offset !== undefined) found.push(...ofText(inner, offset, text))
    else if (typeof inner === 'object' && inner !== null) {
      for (const [key, each] of Object.entries(inner)) walk(each, path === '' ? key : `${path}.${key}`)
    }
  }
  walk(value, '')
  return found
}

function ofText(value: string, offset: number, text: string): ScalarFinding[] {
  const end = text.indexOf('\n', offset)
  const line = text.slice(offset, end < 0 ? undefined : end)
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const key = /^[ -]*([A-Za-z]+: )/.exec(text.slice(lineStart, offset))?.[1] ?? ''
  const before = text.slice(0, lineStart).trimEnd()
  const isBlock = offset === lineStart || /[|>][-+\d]*$/.test(before)
  const quote = text.charAt(offset - 1)
  if (isBlock && />[-+\d]*$/.test(before)) return value.trim().includes(' ') ? [folded(offset, '「>」')] : []
  if (isBlock) return []
  if (quote === '"' || quote === "'") {
    const odd = quote === '"' ? odditiesOf(value).find(({ kind }) => kind !== 'blank') : undefined
    if (odd && !odditiesOf(line).some(({ found }) => found === odd.found)) {
      const says = `" の中の \\ が、見えない文字（${codeOf(odd.found)}）になっています。\\ を消すか、値を ' で囲んでください。`
      return [{ rule: 'front-matter/escape', offset, says }]
    }
    const isClosed = quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(line) : /^(?:[^']|'')*'/.test(line)
    return isClosed ? [] : [folded(offset, '引用符')]
  }
  const comment = /[ \t]+#.*$/.exec(line)
  const written = line.slice(0, comment?.index).trimEnd()
  // Behind a number of an initiative or a year nobody goes on with `#`: there it begins a comment.
  if (comment && written === value.trim() && !/^(?:[\d.-]+(?:#r[\d-]+)?|R\d+)$/.test(written)) {
    const mark = line.includes('"') ? "'" : '"'
    const says =
      '「#」から後は読まれません。値の一部なら、値を " で囲んでください。覚え書きなら、別の行に書いてください。'
    const expected = `${key}${mark}${line.trimEnd()}${mark}`
    return [{ rule: 'front-matter/cut', offset: offset + comment.index + comment[0].indexOf('#'), says, expected }]
  }
  const goesOn = value.startsWith(`${written} `) && /^[ \t]+\S/.test(text.slice(end + 1))
  return goesOn && end >= 0 ? [folded(offset, '値')] : []
}

function folded(offset: number, what: string): ScalarFinding {
  const says = `${what}が次の行に続いているので、行の境に空白が入ります。1行に書いてください（plain なら「plain: |」の次の行から書きます）。`
  return { rule: 'front-matter/folded', offset, says, expected: '1行の値' }
}
