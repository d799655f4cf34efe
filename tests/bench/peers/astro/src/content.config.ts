import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'

/** The least that Astro does with the same texts: one collection, one page for each. */
export const collections = {
  initiatives: defineCollection({
    loader: glob({ base: process.env['CONTENT_DIR'] ?? '', pattern: '*/initiatives/*.md' }),
    schema: z.looseObject({ number: z.string(), title: z.string() }),
  }),
}
