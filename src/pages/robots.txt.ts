import type { APIRoute } from 'astro'
import { pageUrl } from '../url.ts'

/** Every search engine may list every page. A host asks for this file at its root: below a folder it says what to add there. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: ${pageUrl()}\n`)
