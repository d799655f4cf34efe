import { glossarySchema } from '../glossary.ts'
import type { Message } from '../message.ts'
import { readYamlFile } from './yaml-file.ts'

/** glossary.yml: every entry has its parts, in their forms. */
export function checkGlossary(file: string, text: string): Message[] {
  return readYamlFile(file, text, 1, glossarySchema).messages
}
