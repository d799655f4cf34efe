import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { initiativeSchema, outlineSchema, reportSchema } from './report/schema.ts'

/** An absolute or project-relative path; the checker has passed everything in it before a build reads it. */
const base = process.env['CONTENT_DIR'] || 'content'

/** `r7/initiatives/2-1-3-1.md` → id `r7/2-1-3-1`. Bodies are rendered by src/markdown, page by page, so not here. */
const initiatives = defineCollection({
  loader: glob({
    base,
    pattern: 'r*/initiatives/*.md',
    generateId: ({ entry }) => entry.replace('/initiatives/', '/').replace(/\.md$/, ''),
    deferRender: true,
  }),
  schema: initiativeSchema,
})

const reports = defineCollection({
  loader: glob({
    base,
    pattern: 'r*/report.md',
    generateId: ({ entry }) => entry.replace('/report.md', ''),
    deferRender: true,
  }),
  schema: reportSchema,
})

const outlines = defineCollection({
  loader: glob({
    base,
    pattern: 'r*/outline.yml',
    generateId: ({ entry }) => entry.replace('/outline.yml', ''),
  }),
  schema: outlineSchema,
})

export const collections = { initiatives, reports, outlines }
