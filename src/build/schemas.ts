import { z } from 'astro/zod'
import { YAML_SCHEMAS } from '../report/content-schemas.ts'

/** What an editor shows as the title of each file. */
const TITLES: Record<keyof typeof YAML_SCHEMAS, string> = {
  'corrections.yml': '原文とわざと変えたところ',
  'errata.yml': '正誤表',
  'glossary.yml': '用語集',
  'outline.yml': '視点・項目・小項目',
  'words.yml': '暮らしの言葉',
}

/** JSON Schemas for editors, by file name: what a person writes, so that what has a default may be left out. */
export function editorSchemas(): Map<string, object> {
  return new Map(
    Object.entries(YAML_SCHEMAS).map(([file, schema]) => {
      const title = TITLES[file as keyof typeof YAML_SCHEMAS]
      return [file.replace(/\.yml$/, '.json'), { title, ...z.toJSONSchema(schema, { io: 'input' }) }]
    }),
  )
}
