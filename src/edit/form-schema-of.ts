import type { FormSchema, FormSchemas } from './form-schemas.ts'

/** The schema of a file's form; `null` where it has none and is edited as a text. */
export function formSchemaOf(schemas: FormSchemas, path: string): FormSchema | null {
  const isInitiative = /^r\d+\/initiatives\//.test(path)
  return schemas[isInitiative ? 'initiative' : path.slice(path.lastIndexOf('/') + 1)] ?? null
}
