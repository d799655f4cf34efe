/** `npm run --silent import -- FILE --year r7 [--from r6] [--content DIR] [--corrections FILE] [--force]` */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { alone } from '../src/build/alone.ts'
import { contentDir } from '../src/build/folder.ts'
import { importInto } from '../src/build/import-document.ts'
import { parseFiscalYear } from '../src/text/era.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run import -- 文書 --year r7 [--from r6] [--content フォルダー] [--corrections 訂正表.yml] [--force]
文書は Markdown か文（.md、.txt）、Word（.docx）、PowerPoint（.pptx）です。--from は、リンク、数値などを引き継ぐ前の年度です。`

await command(async () => {
  const order = readArguments()
  const folder = path.join(order.content, order.year)
  await alone(folder, [], (lock) => importInto(folder, order, lock))
  return 0
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        from: { type: 'string' },
        content: { type: 'string' },
        corrections: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    })
    const [document, ...others] = positionals
    const year = values.year?.toLowerCase() ?? ''
    if (!document || others.length > 0 || ![year, values.from ?? year].every(isYear)) throw new WrongUse(USAGE)
    for (const file of [document, values.corrections ?? document]) {
      if (!existsSync(file)) throw new WrongUse(`${file} がありません。\n${USAGE}`)
    }
    return { ...values, document, year, content: values.content ?? contentDir() }
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}

function isYear(text: string): boolean {
  return parseFiscalYear(text.toUpperCase()) !== null
}
