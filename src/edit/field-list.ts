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

/** The fields of an initiative's file; its figures have a form of their own. */
export const INITIATIVE_FIELDS = fieldsOf(initiativeSchema).filter(({ key }) => key !== 'figures')

/** The fields of a report's cover. */
export const COVER_FIELDS = fieldsOf(reportSchema)

function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([key, value]) => ({
    key,
    description: (value as z.ZodType).description ?? key,
    required: !(value as z.ZodType).safeParse(undefined).success,
    long: key === 'plain',
  }))
}
