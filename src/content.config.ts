import { defineCollection } from 'astro:content'
import type { Loader } from 'astro/loaders'
import { contentDir, readFiles } from './build/folder.ts'
import { splitFrontMatter } from './text/front-matter.ts'
import { glossarySchema } from './report/glossary.ts'
import { initiativeSchema, outlineSchema, reportSchema } from './report/schema.ts'
import { type SourceFile, readText } from './text/source-file.ts'
import { readYaml } from './text/yaml.ts'

/** An absolute or project-relative path; the checker has passed everything in it before a build reads it. */
const base = contentDir()

/**
 * Files of the content folder whose path has a form, read just as the checker reads them: so what is checked is what
 * is shown, and Astro's own Markdown, which differs, has no part in it. The form's groups, joined, are the entry's id.
 */
function contentFiles(form: RegExp): Loader {
  return {
    name: 'content-files',
    load: async ({ store, parseData, watcher }) => {
      const readAll = async () => {
        const files = await readFiles(base)
        store.clear()
        for (const file of files) {
          const match = form.exec(file.path)
          if (!match) continue
          const id = match.slice(1).join('/')
          const { data, body } = readEntry(file)
          store.set({ id, body, data: await parseData({ id, data, filePath: file.path }) })
        }
      }
      await readAll()
      watcher?.add(base)
      for (const event of ['add', 'change', 'unlink']) watcher?.on(event, () => void readAll())
    },
  }
}

function readEntry(file: SourceFile): { data: Record<string, unknown>; body: string } {
  const { text } = readText(file)
  const parts = splitFrontMatter(text)
  const yaml = readYaml(typeof parts === 'string' ? text : parts.yaml)
  if ('reason' in yaml) throw new Error(`${file.path}: ${yaml.reason}`)
  return { data: yaml.value as Record<string, unknown>, body: typeof parts === 'string' ? '' : parts.body }
}

export const collections = {
  /** `r7/initiatives/2-1-3-1.md` → `r7/2-1-3-1` */
  initiatives: defineCollection({
    loader: contentFiles(/^(r\d+)\/initiatives\/([^/]+)\.md$/),
    schema: initiativeSchema,
  }),
  /** `r7/report.md` → `r7` */
  reports: defineCollection({ loader: contentFiles(/^(r\d+)\/report\.md$/), schema: reportSchema }),
  /** `r7/outline.yml` → `r7` */
  outlines: defineCollection({ loader: contentFiles(/^(r\d+)\/outline\.yml$/), schema: outlineSchema }),
  /** `glossary.yml` → `glossary` */
  glossaries: defineCollection({ loader: contentFiles(/^(glossary)\.yml$/), schema: glossarySchema }),
}
