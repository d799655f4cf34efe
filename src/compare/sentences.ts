import { flatResults } from '../report/body.ts'
import { linkTarget } from '../report/relation.ts'
import { foldForm } from '../text/fold.ts'
import { type Aligned, pairUp, sideBySide } from './align.ts'
import type { Compared } from './compared.ts'

/** A text of a report that a reader takes for one: a result, a note, a group's heading, a paragraph. */
export interface Sentence {
  kind: 'result' | 'note' | 'group' | 'plain' | 'cover'
  /** `r1`; `null` for what is no result. */
  resultId: string | null
  text: string
  /** Where its links lead. */
  targets: string[]
}

/** A sentence before and after; `null` where there is none. */
export interface SentenceChange {
  /** Of the result, where it now stands; of one that is gone, where it stood. `null` for what is no result. */
  resultId: string | null
  before: string | null
  after: string | null
  /** Whether its words are the same and only a link leads elsewhere; `before` and `after` then end in where it leads. */
  isAim: boolean
}

/** What an initiative says, in order. `renumbered` gives links the number that their target has now. */
export function sentencesOf(
  { results, notes, links, plain }: Compared,
  renumbered: ReadonlyMap<string, string>,
): Sentence[] {
  const targetsOf = (isOwn: (link: Compared['links'][number]) => boolean) =>
    links.filter(isOwn).map(({ url }) => {
      const target = linkTarget(url)
      if (!target) return url
      return (renumbered.get(target.number) ?? target.number) + (target.resultId ? `#${target.resultId}` : '')
    })
  const groups = [...new Set(results.flatMap(({ group }) => group ?? []))]
  return [
    ...flatResults(results).map(({ id, text }) => ({
      kind: 'result' as const,
      resultId: id,
      text,
      targets: targetsOf(({ resultId }) => resultId === id),
    })),
    ...groups.map((text) => paragraph('group', text)),
    ...notes.map((note) => ({
      ...paragraph('note', note.text),
      targets: targetsOf((link) => link.resultId === null && notes.findLast(({ line }) => line <= link.line) === note),
    })),
    ...plain.map((text) => paragraph('plain', text)),
  ]
}

/** A text without links that is no result. */
export function paragraph(kind: Sentence['kind'], text: string): Sentence {
  return { kind, resultId: null, text, targets: [] }
}

/**
 * The sentences that differ. A sentence is known by its words, else by most of them, else by its place; one that only
 * stands elsewhere is the same one.
 */
export function changedSentences(before: readonly Sentence[], after: readonly Sentence[]): SentenceChange[] {
  const aligned = sideBySide(before.map(keyed), after.map(keyed), (a, b) => a.kind === b.kind && a.key === b.key)
  const alone = aligned.filter(({ before, after }) => !before || !after)
  const paired = pairUp(
    alone.flatMap(({ before }) => before ?? []),
    alone.flatMap(({ after }) => after ?? []),
    [
      (a, b) => a.kind === b.kind && a.key === b.key,
      (a, b) => a.kind === b.kind && a.resultId === b.resultId && isLike(a, b),
      (a, b) => a.kind === b.kind && isLike(a, b),
      (a, b) => a.kind === b.kind && a.resultId !== null && a.resultId === b.resultId,
    ],
  )
  const placeOf = ({ before, after }: Aligned<Keyed>) => (after ?? before).place
  return [...aligned.filter(({ before, after }) => before && after), ...paired]
    .filter(({ before, after }) => before?.key !== after?.key || !sameTargets(before, after))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((pair) => changeOf(pair))
}

/** A sentence with what it says and the pairs of characters that it holds. */
interface Keyed extends Sentence {
  /** Among the sentences of its own side. */
  place: number
  key: string
  bigrams: ReadonlySet<string>
}

function keyed(sentence: Sentence, place: number): Keyed {
  const key = foldForm(sentence.text)
  const bigrams = new Set(Array.from({ length: key.length - 1 }, (_, i) => key.slice(i, i + 2)))
  return { ...sentence, place, key, bigrams }
}

/** Whether two sentences have half of their pairs of characters in common (Sørensen–Dice). */
function isLike({ bigrams: a }: Keyed, { bigrams: b }: Keyed): boolean {
  const common = [...a].filter((bigram) => b.has(bigram)).length
  return common > 0 && (2 * common) / (a.size + b.size) >= 0.5
}

function sameTargets(before: Keyed | null, after: Keyed | null): boolean {
  return before?.targets.join('\n') === after?.targets.join('\n')
}

/** Where only a link's aim has changed, the aim is added to the words, for these say nothing of it. */
function changeOf({ before, after }: Aligned<Keyed>): SentenceChange {
  const isAim = before !== null && after !== null && before.key === after.key
  const show = (sentence: Keyed | null) =>
    sentence && (isAim ? `${sentence.text}（リンク先：${sentence.targets.join('、') || 'なし'}）` : sentence.text)
  return { resultId: (after ?? before)?.resultId ?? null, before: show(before), after: show(after), isAim }
}
