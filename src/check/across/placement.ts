import type { Finding } from '../../text/finding.ts'
import { ancestorOf, isBelow, parentOf } from '../../report/number.ts'
import { finding } from '../catalogue.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'
import { type Outline, type OutlineHeading, flatHeadings } from '../yaml/outline.ts'

/** What the outline says of the initiatives' places: the findings, and the initiatives that have none. */
export interface Placement {
  findings: Finding[]
  misplaced: Set<InitiativeFile>
}

/**
 * Compares the numbers of all initiatives, of which only the `sound` ones can be placed, with the outline's headings. A
 * heading whose initiatives have all `left` stays.
 */
export function checkPlacement(
  initiatives: readonly InitiativeFile[],
  sound: readonly InitiativeFile[],
  outline: Outline,
  left: ReadonlySet<string>,
): Placement {
  const headings = new Map<string, OutlineHeading>()
  for (const heading of flatHeadings(outline.viewpoints)) {
    if (heading.number !== null && !headings.has(heading.number)) headings.set(heading.number, heading)
  }
  const places = misplaced(sound, outline, headings)
  const empty = initiatives.length > 0 ? withoutInitiative(outline, initiatives, left) : []
  return { findings: [...places.findings, ...empty], misplaced: places.misplaced }
}

/** Initiatives whose section or subsection is not in the outline, or that hang at the wrong depth below it. */
function misplaced(sound: readonly InitiativeFile[], outline: Outline, headings: ReadonlyMap<string, OutlineHeading>) {
  const findings: Finding[] = []
  const tooHigh = new Map<OutlineHeading, InitiativeFile[]>()
  const tooLow = new Map<OutlineHeading, InitiativeFile[]>()
  const unknown: InitiativeFile[] = []
  for (const [parent, files] of Map.groupBy(sound, (file) => parentOf(numberOf(file) ?? ''))) {
    const section = headings.get(ancestorOf(parent, 2))
    const isDirect = section?.number === parent
    const hasSubsections = section !== undefined && section.children.length > 0
    if (section && isDirect === hasSubsections && (isDirect || !headings.has(parent))) {
      const group = isDirect ? tooHigh : tooLow
      group.set(section, [...(group.get(section) ?? []), ...files])
    } else if (!headings.has(parent)) {
      unknown.push(...files)
      const [first] = files
      if (!first || isWithin(parent, outline.missing)) continue
      findings.push(unknownParent(first, parent, headings, outline, others(files, [first])))
    }
  }
  for (const [section, files] of [...tooHigh, ...tooLow]) {
    // Every initiative of a section at the wrong depth is one mistake, in the outline; a single one is its own.
    const told = initiativesBelow(sound, section).length === files.length ? files.slice(0, 1) : files
    findings.push(...told.map((file) => wrongDepth(file, section, tooHigh.has(section), others(files, told))))
  }
  return { findings, misplaced: new Set([...unknown, ...[...tooHigh.values(), ...tooLow.values()].flat()]) }
}

function initiativesBelow(sound: readonly InitiativeFile[], { number }: OutlineHeading): InitiativeFile[] {
  return sound.filter((file) => isBelow(numberOf(file) ?? '', number ?? ''))
}

function others(files: readonly unknown[], told: readonly unknown[]): string {
  return files.length > told.length ? `（ほか ${files.length - told.length} 件も同じです）` : ''
}

function wrongDepth(file: InitiativeFile, section: OutlineHeading, isTooHigh: boolean, more: string): Finding {
  const number = numberOf(file) ?? ''
  const says = isTooHigh
    ? `取組 ${number} が項目 ${section.number} のすぐ下にありますが、この項目には小項目があります${more}。小項目の下の番号にしてください。`
    : `取組 ${number} の番号に小項目がありますが、項目 ${section.number} に小項目はありません${more}。番号から小項目の部分を取るか、outline.yml に小項目を書き足してください。`
  const expected = isTooHigh
    ? `${section.children[0]?.number ?? `${section.number}-1`}-1 の形の番号`
    : `${section.number}-1 の形の番号`
  return finding('number/depth', file.numberPlace, says, { expected, related: section.place })
}

function unknownParent(
  file: InitiativeFile,
  parent: string,
  headings: ReadonlyMap<string, OutlineHeading>,
  outline: Outline,
  more: string,
): Finding {
  let above = parentOf(parent)
  while (above !== '' && !headings.has(above)) above = parentOf(above)
  const related = headings.get(above)?.place ?? { file: outline.file, line: 1, column: 1 }
  const says = `取組 ${numberOf(file)} の上の見出し ${parent} が outline.yml にありません${more}。番号を直すか、outline.yml に ${parent} を書き足してください。`
  return finding('number/unknown-parent', file.numberPlace, says, {
    expected: 'outline.yml にある項目か小項目の番号',
    related,
  })
}

/** Headings at the end of the outline's branches below which no file stands. */
function withoutInitiative(
  { viewpoints, told }: Outline,
  initiatives: readonly InitiativeFile[],
  left: ReadonlySet<string>,
): Finding[] {
  const own = initiatives.flatMap(({ named, number }) => [named, number]).filter((number) => number !== null)
  const numbers = [...own, ...left]
  // Also what a number at the wrong depth would stand for: that is told of as such.
  const inhabited = new Set(numbers.flatMap((number) => [number, parentOf(number), ancestorOf(number, 2)]))
  const doubtful = new Set([...told].flatMap(({ number }) => number ?? []))
  return flatHeadings(viewpoints)
    .filter((heading) => heading.depth > 1 && heading.children.length === 0)
    .filter(({ number }) => number !== null && !inhabited.has(number) && !isWithin(number, doubtful))
    .map((heading) => {
      const kind = heading.depth === 3 ? '小項目' : '項目'
      const says = `${kind} ${heading.number}「${heading.title ?? ''}」に取組が1つもありません。取組のファイルを足すか、この見出しを outline.yml から消してください。`
      return finding('number/no-initiative', heading.place, says, { expected: `initiatives/${heading.number}-1.md` })
    })
}

/** Whether a number is one of these or lies below one: `2-1-3` below `2-1`. */
function isWithin(number: string, others: ReadonlySet<string>): boolean {
  return others.size > 0 && number.split('-').some((_, i) => others.has(ancestorOf(number, i + 1)))
}
