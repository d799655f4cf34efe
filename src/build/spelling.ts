import { createRequire } from 'node:module'
import { TextlintKernel, type TextlintKernelPlugin, type TextlintKernelRule } from '@textlint/kernel'
import { type Finding, compareFindings } from '../text/finding.ts'
import { type SourceFile, readText } from '../text/source-file.ts'
import { Refused } from './failures.ts'

// CommonJS modules with a `default` inside, which Node's own import would give as `default.default`.
const require = createRequire(import.meta.url)
const { default: prh } = require('textlint-rule-prh') as { default: TextlintKernelRule['rule'] }
const { default: plainText } = require('@textlint/textlint-plugin-text') as { default: TextlintKernelPlugin['plugin'] }

/** この報告書の書き方: a list for prh in the content folder. */
const LIST = 'spellings.yml'

/** What readers see of a report; the glossary and words.yml hold other spellings on purpose. */
const READ = /^r\d+\/(?:outline\.yml|report\.md|initiatives\/[^/]+\.md)$/

/**
 * Words that the content folder's reports write in another way than `spellings.yml` says: warnings, at their places.
 * None without such a list. Throws `Refused` for a list that can't be read or whose own examples don't hold.
 */
export async function spellingFindings(files: readonly SourceFile[]): Promise<Finding[]> {
  const list = files.find(({ path }) => path === LIST)
  if (!list) return []
  const rules = readText(list).text
  const found = await Promise.all(
    files.filter(({ path }) => READ.test(path)).map((file) => findingsOf(file.path, readText(file).text, rules)),
  )
  return found.flat().sort(compareFindings)
}

async function findingsOf(file: string, text: string, rules: string): Promise<Finding[]> {
  const { messages } = await kernel
    .lintText(text, {
      ext: '.txt',
      filePath: file,
      // Not as Markdown: titles and labels stand in front matter, which the plug-in for Markdown skips.
      plugins: [{ pluginId: 'text', plugin: plainText }],
      rules: [{ ruleId: 'prh', rule: prh, options: { ruleContents: [rules] } }],
    })
    .catch((error: unknown) => {
      throw new Refused(`${LIST} が読めません: ${firstLine(error)}`)
    })
  return messages.map(({ range, loc, fix }) => ({
    file,
    line: loc.start.line,
    column: loc.start.column,
    rule: 'spelling',
    severity: 'warning' as const,
    message: `「${text.slice(...(fix?.range ?? range))}」は、この報告書では「${fix?.text ?? ''}」と書きます。`,
    expected: fix?.text ?? '',
  }))
}

const kernel = new TextlintKernel()

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
