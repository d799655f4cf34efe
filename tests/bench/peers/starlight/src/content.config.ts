import { docsSchema } from '@astrojs/starlight/schema'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'

/** The same texts as documentation pages, with Starlight's own navigation and search. */
export const collections = {
  docs: defineCollection({
    loader: glob({ base: process.env['CONTENT_DIR'] ?? '', pattern: '*/initiatives/*.md' }),
    schema: docsSchema({ extend: z.looseObject({ number: z.string() }) }),
  }),
}
