import { strFromU8, unzipSync } from 'fflate'

export interface WordParagraph {
  /** `Heading4`, `Title`; `null` where it has none. */
  style: string | null
  text: string
  /** Whether it stands in a list. */
  listed: boolean
}

/** The paragraphs of a Word file's text in order, those of tables among them; the generated contents left out. */
export function readWord(file: Uint8Array): WordParagraph[] {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).replace(/<w:sdt>.*?<\/w:sdt>/s, '')
  return Array.from(xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs), ([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? null,
    text: Array.from(paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs), ([, text]) => text ?? '\n')
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
    listed: paragraph.includes('<w:numPr>'),
  }))
}
