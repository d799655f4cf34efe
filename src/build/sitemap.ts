import type { SitemapOptions } from '@astrojs/sitemap'
import { handed } from '../handed.ts'
import { updatedOf } from '../publish/published.ts'

/**
 * The site's own pages for search engines: those of a report since when they say what they say, where that is known.
 * Left out are drafts and the pages that no search engine should list.
 */
export function sitemapOptions(base: string): SitemapOptions {
  const yearOf = (address: string) => new URL(address).pathname.slice(base.length).split('/')[0] ?? ''
  return {
    filter: (address) => {
      const part = yearOf(address)
      return part !== 'edit' && reportOf(part)?.published !== null
    },
    serialize: (item) => {
      const report = reportOf(yearOf(item.url))
      return report?.updated ? { ...item, lastmod: report.updated } : item
    },
  }
}

function reportOf(id: string): { published: string | null; updated: string | null } | null {
  const parts = handed()?.reports.find(({ cover }) => cover.year.toLowerCase() === id)
  if (!parts) return null
  const { published = null } = parts.cover
  return { published, updated: updatedOf({ published: published ?? undefined, errata: [...(parts.errata ?? [])] }) }
}
