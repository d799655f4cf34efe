import type { FrontMatterError } from '../../text/front-matter.ts'
import { type Finding, placeAt } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'

/** A Markdown file without its front matter. */
export function checkFrontMatter(error: FrontMatterError, file: string, text: string): Finding {
  const place = { file, line: 1, column: 1 }
  const expected = '1行目に「---」、次の行から「名前: 値」、終わりに「---」だけの行'
  const nearly = NEARLY_A_FENCE.exec(text)
  if (text.trim() === '') {
    const says = 'ファイルが空です。中身を書くか、要らないファイルなら消してください。'
    return finding('front-matter/missing', place, says, { expected })
  }
  if (error === 'missing') {
    const says = 'ファイルの初めに「---」の行で囲んだ項目がありません。'
    return finding('front-matter/missing', place, says, { expected })
  }
  if (nearly) {
    const says = `「${nearly[0].trim()}」の行では、初めの項目が終わりません。半角の「-」をちょうど3つにしてください。`
    return finding('front-matter/unclosed', placeAt(file, text, nearly.index), says, { expected: '---' })
  }
  return finding('front-matter/unclosed', place, '初めの「---」を閉じる、「---」だけの行がありません。', { expected })
}

/** A line of hyphens or of what looks like them or is made of them, below the first line. */
const NEARLY_A_FENCE = /(?<=\n)(?:[-‐‑−–—―－ー─]{2,}|[—―─])[ 　]*$/m
