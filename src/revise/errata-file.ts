import { dump } from 'js-yaml'
import { type Erratum, errataSchema } from '../report/errata.ts'
import { lineEndOf, placedYaml, replaceNumber, withEdits } from './patch.ts'
import type { Renumbering } from './renumbering.ts'

/** errata.yml with further entries at its end; `text` is `null` where there is no such file yet. */
export function withErrata(path: string, text: string | null, errata: readonly Erratum[]): string | null {
  if (errata.length === 0) return text
  const end = lineEndOf(text ?? '')
  if (text !== null && isFlow(text)) {
    // `[ … ]` takes no further line: the list is written anew.
    const all = [...errataSchema.parse(placedYaml(path, text).value), ...errata]
    return yamlOf(all, end)
  }
  const before = text === null || text === '' || text.endsWith('\n') ? (text ?? '') : text + end
  return before + yamlOf(errata, end)
}

/** The list's entries follow the initiatives that they are of; where one was left, that stays as it was. */
export function mendErrata(path: string, text: string, { initiatives }: Renumbering): string {
  const yaml = placedYaml(path, text)
  const entries = errataSchema.parse(yaml.value ?? [])
  const edits = entries.flatMap(({ kind, number, result, after }, i) => {
    const isLeft = kind === '移動' || (kind === '廃止' && result === undefined)
    const key = isLeft ? (kind === '移動' ? 'after' : null) : 'number'
    const old = isLeft ? after : number
    const fresh = old === undefined ? undefined : initiatives.get(old)
    return key && old !== undefined && fresh ? [replaceNumber(yaml, `${i}.${key}`, old, fresh)] : []
  })
  return withEdits(text, edits)
}

function isFlow(text: string): boolean {
  return /^(?:\ufeff)?(?:\s|#.*$)*\[/m.test(text)
}

function yamlOf(errata: readonly Erratum[], end: string): string {
  return dump(errata, { lineWidth: -1, noRefs: true }).replaceAll('\n', end)
}
