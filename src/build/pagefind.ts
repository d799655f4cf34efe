import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'
import { close, createIndex } from 'pagefind'
import { INDEX_LANGUAGE } from '../search/index/files.ts'
import { setChunkSize } from './pagefind-chunk-size.ts'
import { repackMetadata } from './pagefind-metadata.ts'

/** An index that is being made. */
export interface PagefindWriter {
  /** Adds the next record: its words, in the order of their positions. Rows count from 0 in the order of these calls. */
  add(words: readonly string[]): void
  /** Writes what the browser needs of the index into a folder, and ends. */
  write(folder: string): Promise<void>
}

/** What a search loads of all that Pagefind writes; it brings interfaces, a worker and fragments that are not used. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta|index\/.*)$/

/** A file as it is served: the program comes with long names, and every first search loads it. */
async function lighten(file: string, content: Uint8Array): Promise<Uint8Array | string> {
  if (file.endsWith('.pf_meta')) return repackMetadata(content)
  if (!file.endsWith('.js')) return content
  const { code } = await transform(new TextDecoder().decode(content), { minify: true, format: 'esm' })
  return code
}

/** Starts Pagefind's program for one index. One at a time in a thread: it is ended with the index. */
export async function openPagefind(): Promise<PagefindWriter> {
  setChunkSize()
  const { index, errors } = await createIndex()
  if (!index) throw new Error(errors.join('\n'))
  const added: Promise<{ errors: string[] }>[] = []
  return {
    add: (words) => {
      const record = { url: String(added.length), content: words.join(' '), language: INDEX_LANGUAGE }
      added.push(index.addCustomRecord(record))
    },
    write: async (folder) => {
      try {
        const [adds, { errors, files }] = await Promise.all([Promise.all(added), index.getFiles()])
        const failed = [...adds.flatMap(({ errors }) => errors), ...errors]
        if (failed.length > 0) throw new Error(failed.join('\n'))
        for (const { path: file, content } of files) {
          if (!WANTED.test(file)) continue
          const target = path.join(folder, file)
          await mkdir(path.dirname(target), { recursive: true })
          await writeFile(target, await lighten(file, content))
        }
      } finally {
        await close()
      }
    },
  }
}
