/** `npm run --silent changes -- --base REF|DIR [--content DIR] [--format text|markdown|json] [--whole]`: what differs, by meaning. */
import { parseArgs } from 'node:util'
import { isFolder, isOfReport, readBase } from '../src/build/base.ts'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { stateOf } from '../src/build/state.ts'
import { pageLinks } from '../src/build/page-links.ts'
import { changesOf } from '../src/compare/changes.ts'
import { formatJson } from '../src/compare/reporters/json.ts'
import { formatMarkdown } from '../src/compare/reporters/markdown.ts'
import { formatText } from '../src/compare/reporters/text.ts'
import { uncorrectedLine } from '../src/compare/reporters/pages.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const FORMATS = ['text', 'markdown', 'json'] as const
const USAGE = `使い方: npm run --silent changes -- --base 版かフォルダー [--content フォルダー] [--format ${FORMATS.join('|')}] [--whole]`

await command(async () => {
  const { base, folder, form, whole } = readArguments()
  const files = await readFiles(folder)
  const filesBefore = await readBase(base, folder)
  const isFirst = !filesBefore.some(isOfReport)
  if (isFirst) console.error(`「${base}」に年度のフォルダーはありません。すべてを追加として示します。`)
  const changes = changesOf(stateOf(isFirst ? null : filesBefore), stateOf(files))
  if (form === 'json') {
    for (const heading of changes.reports.flatMap(({ uncorrected }) => uncorrected)) {
      console.error(`注意: ${uncorrectedLine(heading)}`)
    }
    console.log(formatJson(changes))
  } else console.log(form === 'text' ? formatText(changes) : formatMarkdown(changes, pageLinks(process.env), whole))
  return 0
})

function readArguments() {
  const { base, content, format, whole } = parse()
  const folder = content ?? contentDir()
  const form = FORMATS.find((name) => name === format)
  if (!base) throw new WrongUse(`--base に、比べる元の版（main など）かフォルダーを書いてください。\n${USAGE}`)
  if (!form) throw new WrongUse(`「${format}」という形式はありません。\n${USAGE}`)
  if (!isFolder(folder)) throw new WrongUse(`フォルダー「${folder}」がありません。\n${USAGE}`)
  return { base, folder, form, whole }
}

function parse() {
  try {
    return parseArgs({
      options: {
        base: { type: 'string' },
        content: { type: 'string' },
        format: { type: 'string', default: 'text' },
        whole: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
