import type { PageLinks } from '../compare/reporters/markdown.ts'
import { site } from '../site.ts'
import { factsOf } from './facts.ts'

/**
 * Where the pages of a report are, as published (`SITE_URL`, `BASE_PATH`, else `site.ts`) and in a proposal's preview
 * (`PREVIEW_URL`); no link where nobody has said it.
 */
export function pageLinks(env: Record<string, string | undefined>): PageLinks {
  const facts = factsOf(env, site, { remote: null, commit: null })
  const live = 'reason' in facts || facts.address === null ? null : facts.address + facts.base
  const preview = URL.canParse(env['PREVIEW_URL'] ?? '') ? `${env['PREVIEW_URL']?.replace(/\/$/, '')}/` : null
  const under = (home: string | null) => (report: string, number: string) =>
    home && home + report + '/' + (number === '' ? '' : `${number}/`)
  return { live: under(live), preview: under(preview) }
}
