import { errataSchema } from './errata.ts'
import { everydayWordsSchema } from './everyday-words.ts'
import { glossarySchema } from './glossary.ts'
import { correctionsSchema, outlineSchema } from './schema.ts'

/** The schemas of the content folder's YAML files, by their names. */
export const YAML_SCHEMAS = {
  'outline.yml': outlineSchema,
  'corrections.yml': correctionsSchema,
  'errata.yml': errataSchema,
  'glossary.yml': glossarySchema,
  'words.yml': everydayWordsSchema,
}
