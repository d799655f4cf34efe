import type { APIRoute } from 'astro'
import { sourcesOf } from '../../edit/sources.ts'
import { handed } from '../../handed.ts'

/** `/edit/sources.json`: the files that the edit page edits and checks; no other page loads it. */
export const GET: APIRoute = () => new Response(JSON.stringify(sourcesOf(handed()?.files ?? [])))
