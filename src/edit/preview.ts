import type { Content } from '../check/check.ts'
import { type Fragment, placeFragment } from '../render/fragment.ts'
import { renderProse } from '../render/prose.ts'
import { errataOf } from '../report/errata.ts'
import type { Term } from '../report/glossary.ts'
import { parseFiscalYear } from '../text/era.ts'
import { errataUrls, initiativeUrl, termUrl } from '../url.ts'
import { readManuscript } from './manuscript.ts'

/** An initiative's body as its own page will show it. */
export function previewOf(body: Fragment, { reports, terms }: Content, path: string): string {
  const [year = '', , file = ''] = path.split('/')
  const errata = reports.find(({ cover }) => cover.year.toLowerCase() === year)?.errata ?? []
  const corrected = errataUrls(year, errata, errataOf(errata, file.replace(/\.md$/, '')))
  const urlOf = ({ term }: Term) => termUrl(term)
  return placeFragment(body, { prefix: '', groupLevel: 2, terms, explained: new Set(), urlOf, corrected })
}

/** The cover's text as its page will show it; `null` where it can't be read. */
export function coverPreview(path: string, text: string): string | null {
  const body = readManuscript(path, text)?.body
  if (body == null) return null
  const [year = ''] = path.split('/')
  const urlOf = (number: string, result: string | null) => initiativeUrl(year, number, result)
  return renderProse(body, { urlOf, prefix: 'cover-', reportYear: parseFiscalYear(year.toUpperCase()) ?? 0 })
}
