import type { APIRoute } from 'astro'
import { builtSources } from '../../edit/built-sources.ts'

/** `/edit/sources.json`: which files the edit page edits; no other page loads it. */
export const GET: APIRoute = () => new Response(JSON.stringify(builtSources().index))
