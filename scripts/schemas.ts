/** `npm run schemas`: writes the JSON Schemas that VS Code checks and completes the content's YAML with. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { editorSchemas } from '../src/build/schemas.ts'

const FOLDER = '.vscode/schemas'

mkdirSync(FOLDER, { recursive: true })
for (const [name, schema] of editorSchemas()) {
  const file = path.join(FOLDER, name)
  writeFileSync(file, await format(JSON.stringify(schema), { ...(await resolveConfig(file)), filepath: file }))
}
