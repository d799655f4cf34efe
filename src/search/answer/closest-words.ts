import { distance } from 'fastest-levenshtein'
import { indexOfWord } from '../../report/terms.ts'
import { RUN } from '../index/words.ts'
import { normalise } from '../language/forms.ts'

/**
 * Words for a query that found nothing: first the report's that stand in the query, the longest first, then the query's
 * own that stand in a word of the report, then the closest by edit distance: `'除雪のボランティア'` → `['除雪']`,
 * `'若者の移住'` → `['若者']` by 若者定着, `'デジテル'` → `['デジタル']`.
 */
export function closestWords(query: string, words: readonly string[]): string[] {
  const [asked = ''] = normalise(query.slice(0, 40))
  const forms = words.map((word) => ({ word, form: normalise(word)[0] ?? '' }))
  const own = Array.from(asked.matchAll(RUN), ([word]) => ({ word, form: word })).filter(({ word }) =>
    forms.some(({ form }) => indexOfWord(form, word) >= 0),
  )
  const contained = forms
    .filter(({ form }) => form.length > 1 && asked.includes(form))
    .sort((a, b) => b.form.length - a.form.length)
  const near = forms
    .map(({ word, form }) => ({ word, form, edits: distance(asked, form) }))
    .filter(({ form, edits }) => edits <= Math.max(1, Math.floor(Math.max(asked.length, form.length) / 3)))
    .filter(({ form, edits }) => edits < form.length)
    .sort((a, b) => a.edits - b.edits)
  const offered = [...contained, ...own, ...near]
  return offered
    .filter(({ form }, i) => offered.findIndex((other) => other.form === form) === i)
    .map(({ word }) => word)
}
