/**
 * `npm run --silent words -- [--content DIR] [--base REF|DIR] [--format text|json|github|gitlab]`: words that the report
 * writes in another way (`spellings.yml`), with `--base` only on lines that differ from there. Warnings: exit 0.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isFolder, readBase } from '../src/build/base.ts'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { spellingFindings } from '../src/build/spelling.ts'
import { FORMATS, format } from '../src/check/reporters/formats.ts'
import { changedLines } from '../src/compare/changed-lines.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run --silent words -- [--content フォルダー] [--base 版かフォルダー] [--format ${FORMATS.join('|')}]`

await command(async () => {
  const { folder, base, form } = readArguments()
  const files = await readFiles(folder)
  const found = await spellingFindings(files)
  const findings = base === undefined ? found : found.filter(changedLines(await readBase(base, folder), files))
  const fromHere = path.relative('.', folder).split(path.sep).join('/')
  console.log(format(form, findings, fromHere.startsWith('..') ? folder : fromHere, []))
  return 0
})

function readArguments() {
  const { content: folder = contentDir(), base, format } = parse()
  const form = FORMATS.find((name) => name === format)
  if (!form) throw new WrongUse(`「${format}」という形式はありません。\n${USAGE}`)
  if (!isFolder(folder)) throw new WrongUse(`フォルダー「${folder}」がありません。\n${USAGE}`)
  return { folder, base, form }
}

function parse() {
  try {
    return parseArgs({
      options: {
        content: { type: 'string' },
        base: { type: 'string' },
        format: { type: 'string', default: 'text' },
      },
    }).values
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
