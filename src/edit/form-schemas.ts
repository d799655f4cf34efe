import { z } from 'astro/zod'
import { YAML_SCHEMAS } from '../report/content-schemas.ts'
import { initiativeSchema, reportSchema } from '../report/schema.ts'

/** The part of JSON Schema that our schemas come to. */
export interface FormSchema {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  /** What stands there: its name up to the first 。, then how to write it. */
  description?: string
  /** Where it may have several lines. */
  contentMediaType?: string
  enum?: string[]
  format?: string
  properties?: Record<string, FormSchema>
  required?: string[]
  /** Of a record by fiscal year: what stands at each. */
  additionalProperties?: FormSchema | false
  items?: FormSchema
  anyOf?: FormSchema[]
}

/** The schemas of the files that have a form, by their names; `initiative` is that of every initiative. */
export type FormSchemas = Record<string, FormSchema>

/** Made at the build, so that the page need not load the schemas of zod. */
export function formSchemas(): FormSchemas {
  const schemas = { initiative: initiativeSchema, 'report.md': reportSchema, ...YAML_SCHEMAS }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      // Which JSON Schema it is the form need not be told.
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
      return [name, rest as FormSchema]
    }),
  )
}
