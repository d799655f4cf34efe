import type { z } from 'astro/zod'
import { initiativeSchema, reportSchema } from '../report/schema.ts'

/** A field of the form: one key of the front matter whose value is a text. */
export interface Field {
  key: string
  /** What stands there, from the schema. */
  description: string
  required: boolean
  /** Written in several lines. */
  long: boolean
}

/** The fields of the files that have front matter; an initiative's figures have a form of their own. */
export interface FieldLists {
  initiative: Field[]
  cover: Field[]
}

/** As the schema has them. Made at the build, so that the page need not load the schema. */
export const FIELD_LISTS: FieldLists = {
  initiative: fieldsOf(initiativeSchema).filter(({ key }) => key !== 'figures'),
  cover: fieldsOf(reportSchema),
}

function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([key, value]) => ({
    key,
    description: (value as z.ZodType).description ?? key,
    required: !(value as z.ZodType).safeParse(undefined).success,
    long: key === 'plain',
  }))
}
