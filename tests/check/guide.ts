import type { SourceFile } from '../../src/text/source-file.ts'
import { baseFiles, overlay } from './fixtures.ts'

/** One section of the guide on a rule: its example as a content folder, and the sentence that it promises. */
export interface GuideSection {
  rule: string
  files: SourceFile[]
  says: string
}

const SECTION = /^### ([a-z-]+\/[a-z-]+)\n([\s\S]*?)(?=^#{1,3} |(?![\s\S]))/gm
const CHAPTER = /^## .*\n([\s\S]*?)(?=^#{1,3} |(?![\s\S]))/gm
const BLOCK = /^```(?:md|yaml|text) (.+)\n([\s\S]*?)^```$/gm

/**
 * The sections of content/README.md on rules. A fenced block names its file behind the language: it is laid over the
 * sample report, with the blocks at the head of its chapter. `消すファイル` lists files to take away, `記号` marks bytes written as `\x8E`, `\0`, `\t`, and `×20000` repeats.
 */
export function guideSections(guide: string): GuideSection[] {
  return Array.from(outsideBlocks(guide), ({ rule, head, text }) => {
    const blocks = Array.from((head + text).matchAll(BLOCK), ([, info = '', content = '']) => ({ info, content }))
    const deleted = blocks.flatMap(({ info, content }) => (info === '消すファイル' ? content.trim().split('\n') : []))
    const written = blocks
      .filter(({ info }) => info !== '消すファイル')
      .map(({ info, content }) => fileOf(info, content))
    const base = baseFiles().filter(({ path }) => !deleted.some((entry) => path.startsWith(entry)))
    return { rule, files: overlay(base, written), says: /^> (.*)$/m.exec(text.replace(BLOCK, ''))?.[1] ?? '' }
  })
}

/** Headings inside examples begin no section. */
function outsideBlocks(guide: string): { rule: string; head: string; text: string }[] {
  const blocks: string[] = []
  const short = guide.replace(/^```[\s\S]*?^```$/gm, (block) => `@@${blocks.push(block) - 1}@@`)
  const restore = (text: string) => text.replace(/@@(\d+)@@/g, (_, i: string) => blocks[Number(i)] ?? '')
  const chapters = [...short.matchAll(CHAPTER)]
  return Array.from(short.matchAll(SECTION), ({ index, 1: rule = '', 2: text = '' }) => {
    const chapter = chapters.findLast((each) => each.index < index)
    return { rule, head: restore(chapter?.[1] ?? ''), text: restore(text) }
  })
}

function fileOf(info: string, content: string): SourceFile {
  const [path = '', flag = ''] = info.split(' ')
  if (flag === '記号') return { path, bytes: Buffer.from(escaped(content)) }
  const times = flag.startsWith('×') ? Number(flag.slice(1)) : 1
  return { path, bytes: new TextEncoder().encode(content.repeat(times)) }
}

function escaped(content: string): number[] {
  const known: Record<string, number> = { '\\0': 0, '\\t': 9 }
  return content
    .split(/(\\x[0-9A-F]{2}|\\[0t])/)
    .flatMap((part) =>
      part.startsWith('\\x')
        ? [parseInt(part.slice(2), 16)]
        : part in known
          ? [known[part] ?? 0]
          : [...Buffer.from(part)],
    )
}
