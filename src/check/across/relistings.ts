import { flatResults } from '../../report/body.ts'
import { type Measure, measuresOf, sameUnit } from '../../text/measure.ts'
import type { Finding } from '../../text/finding.ts'
import { isRelisting, linkTarget } from '../../report/relation.ts'
import { finding } from '../catalogue.ts'
import type { InitiativeFile } from '../initiative/initiative.ts'
import { strangeWords } from './relisted-words.ts'

/**
 * A relisting whose words are not those of its target, and numbers that a result quotes from the one that it links to,
 * and that do not stand there: an error for a relisting, which says that both are one; a warning for any other link,
 * whose result may well have numbers of its own. `year` is the report's fiscal year.
 */
export function checkQuotedNumbers(
  initiative: InitiativeFile,
  year: number,
  targetOf: (number: string) => InitiativeFile | undefined,
): Finding[] {
  const { body, file } = initiative
  if (!body || body.links.length === 0) return []
  const results = new Map(flatResults(body.results).map((result) => [result.id, result]))
  return body.links.flatMap((link) => {
    const to = linkTarget(link.url)
    const target = to && targetOf(to.number)
    if (!to || !target?.body || target === initiative || link.resultId === null) return []
    const quoting = results.get(link.resultId)
    const targets = flatResults(target.body.results).filter(({ id }) => to.resultId === null || id === to.resultId)
    const [first] = targets
    if (!quoting || !first) return []
    const texts = [
      ...targets.map(({ text }) => text),
      ...(to.resultId === null ? target.body.notes.map(({ text }) => text) : []),
    ]
    const related = { file: target.file, line: first.line, column: first.column }
    const place = { file, line: link.line, column: link.column }
    const whole = [target.title ?? '', ...targets.map(({ group = '', text }) => `${group} ${text}`), ...texts]
    const strange = isRelisting(link) ? strangeWords(quoting.text, whole.join('\n')) : []
    // Where the link leads to something else, its numbers are something else's too.
    if (strange.length > 0) {
      const says = `再掲の「${strange.slice(0, 3).join('」「')}」が、リンクの先（${to.number}「${target.title}」）にありません。番号が変わっていないか、行き先を確かめてください。`
      return [finding('relistings/words', place, says, { related })]
    }
    const known = texts.flatMap((text) => numbers(text, year))
    const differing = numbers(quoting.text, year).filter(
      (quoted) => !known.some((other) => other.amount === quoted.amount && sameUnit(other, quoted)),
    )
    const [quoted] = differing
    if (!quoted) return []
    const near = known.find((other) => sameUnit(other, quoted))
    const there = near ? `そこでは「${near.written}」です。` : 'そこにこの数はありません。'
    const says = `この実績の「${differing.map(({ written }) => written).join('」「')}」が、リンクの先（${to.number}）と合いません。${there}どちらが正しいかを確かめてください。`
    const rule = isRelisting(link) ? 'relistings/numbers' : 'links/numbers'
    return [finding(rule, place, says, { ...(near && { expected: near.written }), related })]
  })
}

/** Numbers with a unit; the year does not matter here, as both sides say the same of the same year. */
function numbers(text: string, year: number): Measure[] {
  return measuresOf(text, year).filter(({ unit }) => unit !== '')
}
