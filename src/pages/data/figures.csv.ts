import type { APIRoute } from 'astro'
import { allFigures } from '../../published.ts'

/** The figures of all years, `/data/figures.csv`. */
export const GET: APIRoute = async () =>
  new Response((await allFigures()).bytes, { headers: { 'content-type': 'text/csv' } })
