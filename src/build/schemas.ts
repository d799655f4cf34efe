import { z } from 'astro/zod'
import { errataSchema } from '../report/errata.ts'
import { everydayWordsSchema } from '../report/everyday-words.ts'
import { glossarySchema } from '../report/glossary.ts'
import { correctionsSchema, outlineSchema } from '../report/schema.ts'

/** The YAML files of the content folder, with the title that an editor shows of each. */
const FILES = {
  corrections: { title: '原文とわざと変えたところ', schema: correctionsSchema },
  errata: { title: '正誤表', schema: errataSchema },
  glossary: { title: '用語集', schema: glossarySchema },
  outline: { title: '視点・項目・小項目', schema: outlineSchema },
  words: { title: '暮らしの言葉', schema: everydayWordsSchema },
}

/** JSON Schemas for editors, by file name: what a person writes, so that what has a default may be left out. */
export function editorSchemas(): Map<string, object> {
  return new Map(
    Object.entries(FILES).map(([name, { title, schema }]) => [
      `${name}.json`,
      { title, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  )
}
