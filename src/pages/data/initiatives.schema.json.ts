import type { APIRoute } from 'astro'
import { openDataSchema } from '../../publish/open-data-schema.ts'

/** The form of every year's `initiatives.json`. */
export const GET: APIRoute = () => Response.json(openDataSchema())
