/** `npm run --silent check -- [--content DIR] [--format text|json|github|gitlab]`: exit 0 without errors, 1 with, 2 for wrong use. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkFiles } from '../src/build/content.ts'
import { FORMATS, type Format, format } from '../src/check/reporters/formats.ts'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run --silent check -- [--content フォルダー] [--format ${FORMATS.join('|')}]`

await command(async () => {
  const { folder, form } = readArguments()
  const { findings, counts } = checkFiles(await readFiles(folder))
  const fromHere = path.relative('.', folder).split(path.sep).join('/')
  console.log(format(form, findings, fromHere.startsWith('..') ? folder : fromHere, counts))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
})

function readArguments(): { folder: string; form: Format } {
  const { content, format } = parse()
  const folder = content ?? contentDir()
  const form = FORMATS.find((name) => name === format)
  if (!form) throw new WrongUse(`「${format}」という形式はありません。\n${USAGE}`)
  if (folder === '' || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new WrongUse(`フォルダー「${folder}」がありません。\n${USAGE}`)
  }
  return { folder, form }
}

function parse() {
  try {
    return parseArgs({ options: { content: { type: 'string' }, format: { type: 'string', default: 'text' } } }).values
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
