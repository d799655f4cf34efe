import type { Loader } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { readAndHandOver } from './build/content.ts'
import { type Handed, handed } from './handed.ts'
import { errataSchema } from './report/errata.ts'
import { glossarySchema } from './report/glossary.ts'
import { initiativeSchema, outlineSchema, reportSchema } from './report/schema.ts'

/** An entry of a collection: front matter or YAML as written, and Markdown that is shown as it is. */
interface Entry {
  id: string
  data: Record<string, unknown>
  body?: string
}

/** Entries from the content folder as it has been read; read now where nobody has, as in `astro check`. */
function fromContent(name: string, entriesOf: (content: Handed) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const { store } = context
      const content = handed() ?? (await readAndHandOver())
      const entries = entriesOf(content)
      const kept = new Set(entries.map(({ id }) => id))
      for (const id of store.keys()) if (!kept.has(id)) store.delete(id)
      for (const { id, data, body = '' } of entries) {
        store.set({
          id,
          body,
          digest: context.generateDigest({ data, body }),
          data: await context.parseData({ id, data }),
        })
      }
      content.collected = true
    },
  }
}

const years = (content: Handed) => content.reports.map((parts) => ({ id: parts.cover.year.toLowerCase(), ...parts }))

export const collections = {
  /** `r7/initiatives/2-1-3-1.md` → `r7/2-1-3-1`: its front matter. Its body is handed over beside (`handed.ts`). */
  initiatives: defineCollection({
    loader: fromContent('initiatives', (content) =>
      years(content).flatMap(({ id, initiatives }) =>
        initiatives.map(({ body: _, ...data }) => ({ id: `${id}/${data.number}`, data })),
      ),
    ),
    schema: initiativeSchema,
  }),
  /** `r7/report.md` → `r7` */
  reports: defineCollection({
    loader: fromContent('reports', (content) =>
      years(content).map(({ id, cover: { body, ...data } }) => ({ id, data, body })),
    ),
    schema: reportSchema,
  }),
  /** `r7/outline.yml` → `r7` */
  outlines: defineCollection({
    loader: fromContent('outlines', (content) => years(content).map(({ id, outline }) => ({ id, data: outline }))),
    schema: outlineSchema,
  }),
  /** `r7/errata.yml` → `r7` */
  errata: defineCollection({
    loader: fromContent('errata', (content) =>
      years(content).map(({ id, errata = [] }) => ({ id, data: { list: errata } })),
    ),
    schema: z.strictObject({ list: errataSchema }),
  }),
  /** `glossary.yml` → `glossary` */
  glossaries: defineCollection({
    loader: fromContent('glossaries', ({ terms }) => [{ id: 'glossary', data: { terms } }]),
    schema: glossarySchema,
  }),
}
