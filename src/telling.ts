import { buildFacts } from './build-facts.ts'
import { site } from './site.ts'
import { absoluteUrl } from './url.ts'

/** Where readers tell of a mistake or of what they cannot use; nothing where no place is set for it. */

/** What a page knows of what is told of. */
export interface Told {
  /** Its path: `/r7/2-1-3-1/#r1`. */
  path?: string
  /** What is told of, in words: `2-1-3-1 実績1`. */
  number?: string
}

/** A file of `.github/ISSUE_TEMPLATE/`. */
export type Form = 'mistake' | 'usability'

const TITLES: Record<Form, string> = { mistake: '誤り', usability: '使いにくいところ' }

/** The form of the repository with its fields filled; `null` where no repository is known. */
export function formUrl(form: Form, told: Told): string | null {
  const { repository } = buildFacts
  if (repository === null) return null
  // GitLab has no forms: a text takes their place.
  if (new URL(repository).hostname.split('.').includes('gitlab')) {
    const text = { 'issue[title]': titleOf(form, told), 'issue[description]': letterOf(told) }
    return `${repository}/-/issues/new?${new URLSearchParams(text)}`
  }
  const fields = { page: pageOf(told), number: told.number ?? '' }
  const filled = Object.entries({ template: `${form}.yml`, title: titleOf(form, told), ...fields })
  return `${repository}/issues/new?${new URLSearchParams(filled.filter(([, text]) => text !== ''))}`
}

/** A letter with its fields filled, for readers without an account; `null` where the contact is no mail address. */
export function mailUrl(form: Form, told: Told): string | null {
  const address = site.contact?.url
  if (!address?.startsWith('mailto:')) return null
  // Not by URLSearchParams, which writes a blank as +: mail programs show it as it stands.
  const [subject, body] = [titleOf(form, told), letterOf(told).replaceAll('\n', '\r\n')].map(encodeURIComponent)
  return `${address.split('?')[0]}?subject=${subject}&body=${body}`
}

function titleOf(form: Form, { number = '' }: Told): string {
  return `${TITLES[form]}: ${number}`
}

function pageOf({ path = '' }: Told): string {
  return path === '' ? '' : (absoluteUrl(path) ?? path)
}

function letterOf(told: Told): string {
  return [
    `ページ: ${pageOf(told)}`,
    ...(told.number ? [`番号: ${told.number}`] : []),
    'どこが: ',
    'どうして: ',
    '',
  ].join('\n')
}
