import type { APIRoute } from 'astro'
import { absoluteUrl, fileUrl, pageUrl } from '../url.ts'

/** Every search engine may list every page. A host asks for this file at its root: below a folder it says what to add there. */
export const GET: APIRoute = () => {
  const sitemap = absoluteUrl(fileUrl('sitemap-index.xml'))
  return new Response(`User-agent: *\nAllow: ${pageUrl()}\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`)
}
