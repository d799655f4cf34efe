import { linesOf } from '../../src/search/index/lines.ts'
import { normalise } from '../../src/search/language/forms.ts'
import type { OpenData } from '../../src/publish/open-data.ts'

/** What every exact answer must equal: the numbers of the initiatives with a line that contains the query. */
export function scanner({ initiatives }: OpenData): (query: string) => string[] {
  // Each line is normalised once: a thousand queries ask the same lines.
  const read = initiatives.map((initiative) => ({
    number: initiative.number,
    lines: linesOf(initiative).map(({ text }) => normalise(text)),
  }))
  return (query) => {
    const asked = normalise(query)
    return read
      .filter(({ lines }) => lines.some((forms) => forms.some((form) => asked.some((part) => form.includes(part)))))
      .map(({ number }) => number)
  }
}
