import { ancestorOf } from '../../report/number.ts'
import type { Finding } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'
import type { ReadYear } from '../year.ts'
import { flatHeadings } from '../yaml/outline.ts'

/** Texts of a draft that are word for word those of the year before: nobody has written them yet. */
export function checkUnchanged(year: ReadYear, before: ReadYear | undefined): Finding[] {
  if (!before || !year.cover || year.cover.published !== undefined) return []
  const says = (whose: string) =>
    `${whose}が、前の年度（${before.year}）のままです。今年度のことに書き直してください。同じでよければ、そのままで構いません。`
  const [sections, sectionsBefore] = [sectionTitles(year), sectionTitles(before)]
  const byNumber = new Map(before.initiatives.map((facts) => [numberOf(facts), facts]))
  const byTitle = new Map(before.initiatives.map((facts) => [keyOf(facts, sectionsBefore), facts]))
  const ofInitiatives = year.initiatives.flatMap((facts) => {
    const { continues, markdown, data, file } = facts
    const other = continues === null ? byTitle.get(keyOf(facts, sections)) : byNumber.get(continues)
    if (!other || !markdown || !other.markdown) return []
    const plain = data?.plain !== undefined && data.plain === other.data?.plain
    return [
      ...(isSame(markdown.text, other.markdown.text)
        ? [finding('draft/unchanged', beginningOf(markdown), says('本文'))]
        : []),
      ...(plain
        ? [finding('draft/unchanged', { file, line: 1, column: 1 }, says('やさしい日本語のまとめ（plain）'))]
        : []),
    ]
  })
  const [own, last] = [year.coverWritten?.body, before.coverWritten?.body]
  const isCover = own !== undefined && last !== undefined && isSame(own.text, last.text)
  return [...(isCover ? [finding('draft/unchanged', beginningOf(own), says('趣旨'))] : []), ...ofInitiatives]
}

/** The first line that is not blank. */
function beginningOf({ file, text, firstLine }: NonNullable<InitiativeFile['markdown']>) {
  const blank = text.split('\n').findIndex((line) => line.trim() !== '')
  return { file, line: firstLine + Math.max(0, blank), column: 1 }
}

function isSame(a: string, b: string): boolean {
  const words = (text: string) => text.replaceAll(/\s/g, '')
  return words(a) !== '' && words(a) === words(b)
}

function sectionTitles({ outline }: ReadYear): Map<string | null, string | null> {
  return new Map(flatHeadings(outline?.viewpoints ?? []).map(({ number, title }) => [number, title]))
}

function keyOf(facts: InitiativeFile, sections: ReadonlyMap<string | null, string | null>): string {
  return `${sections.get(ancestorOf(numberOf(facts) ?? '', 2))}\n${facts.title}`
}
