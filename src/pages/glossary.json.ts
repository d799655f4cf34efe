import type { APIRoute } from 'astro'
import { getTerms } from '../content.ts'

/** The glossary as open data, `/glossary.json`. */
export const GET: APIRoute = async () => Response.json(await getTerms())
