import { z } from 'astro/zod'
import { maxBytes } from '../check/folder/size.ts'
import { isContentPath } from './content-path.ts'
import type { FileChange, Refusal } from './revision.ts'

/** 修正案: edits that were made elsewhere, in one file until a colleague applies them. It may come from anybody. */
export interface Proposal {
  /** The `contentHash` of the files that it was made from. */
  base: string
  files: FileChange[]
}

/** More files than a report has. */
const MOST_FILES = 20_000

const text = z.string().nullable()

const proposalSchema = z.strictObject({
  base: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.array(z.strictObject({ path: z.string(), before: text, after: text })).max(MOST_FILES),
})

/** A proposal as it comes, from its JSON text. */
export function readProposal(json: string): Proposal | Refusal {
  const value = parse(json)
  if (value === undefined)
    return { reason: '修正案を JSON として読めません。ファイルが途中で切れていないかを確かめてください。' }
  const read = proposalSchema.safeParse(value)
  if (!read.success || hasOtherKeys(value)) {
    const [issue] = read.error?.issues ?? []
    const at = issue && issue.path.length > 0 ? `（${issue.path.join('.')} のところ）` : ''
    return {
      reason: `修正案の形ではありません${at}。{ "base", "files": [{ "path", "before", "after" }] } の形のファイルを選んでください。`,
    }
  }
  const reasons = read.data.files.flatMap(faultOf)
  const paths = read.data.files.map(({ path }) => path)
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice !== undefined) reasons.push(`「${shown(twice)}」が2度出てきます。`)
  return reasons.length > 0 ? { reason: reasons.join('\n') } : read.data
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** `__proto__` is a key like others in JSON, and none that a schema is shown. */
function hasOtherKeys(value: unknown): boolean {
  const { files } = value as { files?: unknown[] }
  return [value, ...(files ?? [])].some((each) => Object.hasOwn(each as object, '__proto__'))
}

function faultOf({ path, before, after }: FileChange): string[] {
  const name = shown(path)
  if (!isContentPath(path)) return [`「${name}」は、修正案で直せるファイルではありません。`]
  if (before === null && after === null) return [`「${name}」は、前の文も後の文もありません。`]
  return [before, after].flatMap((each) => {
    if (each === null) return []
    if (!each.isWellFormed() || each.includes('\0')) return [`「${name}」に、文字でないものがあります。`]
    const most = maxBytes(path)
    return new TextEncoder().encode(each).length > most
      ? [`「${name}」が大きすぎます（${most / 1024} KiB まで）。`]
      : []
  })
}

/** A foreign name in a sentence of one line. */
function shown(name: string): string {
  return name.replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, 80)
}
