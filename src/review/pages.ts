import type { PullRequest } from './pull-request.ts'

/** Previews stand below the site, in a folder each: `preview/12/`. */
export const PREVIEWS = 'preview'

/** Where the site stands on GitHub Pages, as the settings of a build name it. */
export interface SiteOnPages {
  SITE_URL: string
  /** With a slash at both ends. */
  BASE_PATH: string
}

/** `https://owner.github.io/name` → its parts; `null` where Pages is not set up. */
export function siteOnPages(pages: string | undefined): SiteOnPages | null {
  const url = pages && URL.canParse(pages) ? new URL(pages) : null
  if (!url || !['https:', 'http:'].includes(url.protocol)) return null
  return { SITE_URL: url.origin, BASE_PATH: url.pathname.replace(/\/*$/, '/') }
}

/**
 * The address of a proposal's preview, `https://owner.github.io/name/preview/12/`; `null` where there is none: without
 * Pages, and for a fork, whose texts nobody has let in yet.
 */
export function previewUrl(pages: string | undefined, { number, isOwn }: PullRequest): string | null {
  const place = siteOnPages(pages)
  return place && isOwn ? `${place.SITE_URL}${place.BASE_PATH}${PREVIEWS}/${number}/` : null
}
