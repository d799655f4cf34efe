import { compareFiles, type Message } from '../message.ts'
import { childNumber, compareNumbers, orderOf, parentOf } from '../number.ts'
import { finding } from './catalogue.ts'
import type { InitiativeFile } from './initiative.ts'
import { type Outline, type OutlineHeading, flatHeadings } from './outline.ts'

/** The rules for numbers between the files of one report and its outline (`null` where there is none to compare with). */
export function checkNumbers(initiatives: readonly InitiativeFile[], outline: Outline | null): Message[] {
  const twins = duplicates(initiatives)
  const sound = initiatives.filter((initiative) => isSound(initiative) && !twins.has(initiative))
  const headings = new Map<string, OutlineHeading>()
  for (const heading of flatHeadings(outline?.viewpoints ?? [])) {
    if (heading.number !== null && !headings.has(heading.number)) headings.set(heading.number, heading)
  }
  const places = outline?.complete ? misplaced(sound, outline, headings) : { messages: [], misplaced: new Set() }
  const placed = sound.filter((initiative) => !places.misplaced.has(initiative))
  return [
    ...twins.values(),
    ...initiatives.filter((initiative) => !twins.has(initiative)).flatMap(fileName),
    ...places.messages,
    ...gaps(placed, initiatives),
    ...(outline?.complete && initiatives.length > 0 ? withoutInitiative(outline, initiatives) : []),
    ...sameTitles(placed),
  ]
}

/** The number by which an initiative is known: its file's name, else its front matter. */
function numberOf({ named, number }: InitiativeFile): string | null {
  return named ?? number
}

/** `'2-1-3-1'` → `'2-1'`. */
function sectionOf(number: string): string {
  return number.split('-').slice(0, 2).join('-')
}

/** Whether a number is one of these or lies below one: `2-1-3` below `2-1`. */
function isBelow(number: string, others: ReadonlySet<string>): boolean {
  return others.size > 0 && number.split('-').some((_, i, parts) => others.has(parts.slice(0, i + 1).join('-')))
}

/** Whether its file name has a number that the front matter does not contradict. */
function isSound({ named, written }: InitiativeFile): boolean {
  return named !== null && (written === null || written === named)
}

/** The same number in two files: told at the one whose file name is another, with the place of the other one. */
function duplicates(initiatives: readonly InitiativeFile[]): Map<InitiativeFile, Message> {
  const byNumber = Map.groupBy(
    initiatives.filter(({ number }) => number !== null),
    ({ number }) => number,
  )
  const messages = new Map<InitiativeFile, Message>()
  for (const [number, files] of byNumber) {
    if (files.length < 2) continue
    const owner = files.find(({ named }) => named === number) ?? files[0]
    if (!owner) continue
    for (const file of files) {
      if (file === owner) continue
      const says = `番号 ${number} は ${owner.file} と同じです。番号は取組ごとに1つです。どちらかの番号を直してください。`
      const expected = file.named !== null && file.named !== number ? file.named : 'ほかの取組にない番号'
      messages.set(
        file,
        finding('number/duplicate', file.numberPlace(), says, { expected, related: owner.numberPlace() }),
      )
    }
  }
  return messages
}

function fileName({ file, named, number, written, numberPlace }: InitiativeFile): Message[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (named !== null && number !== null && named !== number) {
    const says = `番号 ${number} がファイル名「${name}」と合いません。番号かファイル名の、まちがっている方を直してください。`
    return [finding('number/file-name', numberPlace(), says, { expected: named })]
  }
  // A wrong number in both is told once, as its form.
  if (named !== null || (written !== null && name.replace(/\.md$/i, '') === written)) return []
  const says = `ファイル名「${name}」が番号の形ではありません。ファイル名を番号と同じにしてください。`
  const expected = number ? `${number}.md` : '2-1-3-1.md の形（半角の数字とハイフン）'
  return [
    finding('number/file-name', number === null ? { file, line: 1, column: 1 } : numberPlace(), says, { expected }),
  ]
}

/** Initiatives whose section or subsection is not in the outline, or that hang at the wrong depth below it. */
function misplaced(sound: readonly InitiativeFile[], outline: Outline, headings: ReadonlyMap<string, OutlineHeading>) {
  const messages: Message[] = []
  const tooHigh = new Map<OutlineHeading, InitiativeFile[]>()
  const tooLow = new Map<OutlineHeading, InitiativeFile[]>()
  const unknown: InitiativeFile[] = []
  for (const [parent, files] of Map.groupBy(sound, (file) => parentOf(numberOf(file) ?? ''))) {
    const section = headings.get(sectionOf(parent))
    const isDirect = section?.number === parent
    const hasSubsections = section !== undefined && section.children.length > 0
    if (section && isDirect === hasSubsections && (isDirect || !headings.has(parent))) {
      const group = isDirect ? tooHigh : tooLow
      group.set(section, [...(group.get(section) ?? []), ...files])
    } else if (!headings.has(parent)) {
      unknown.push(...files)
      const [first] = files
      if (!first || isBelow(parent, outline.missing)) continue
      messages.push(unknownParent(first, parent, headings, outline, others(files, [first])))
    }
  }
  for (const [section, files] of [...tooHigh, ...tooLow]) {
    // Every initiative of a section at the wrong depth is one mistake, in the outline; a single one is its own.
    const told = initiativesBelow(sound, section).length === files.length ? files.slice(0, 1) : files
    messages.push(...told.map((file) => wrongDepth(file, section, tooHigh.has(section), others(files, told))))
  }
  return { messages, misplaced: new Set([...unknown, ...[...tooHigh.values(), ...tooLow.values()].flat()]) }
}

function initiativesBelow(sound: readonly InitiativeFile[], { number }: OutlineHeading): InitiativeFile[] {
  return sound.filter((file) => numberOf(file)?.startsWith(`${number}-`))
}

function others(files: readonly unknown[], told: readonly unknown[]): string {
  return files.length > told.length ? `（ほか ${files.length - told.length} 件も同じです）` : ''
}

function wrongDepth(file: InitiativeFile, section: OutlineHeading, isTooHigh: boolean, more: string): Message {
  const number = numberOf(file) ?? ''
  const says = isTooHigh
    ? `取組 ${number} が項目 ${section.number} のすぐ下にありますが、この項目には小項目があります${more}。小項目の下の番号にしてください。`
    : `取組 ${number} の番号に小項目がありますが、項目 ${section.number} に小項目はありません${more}。番号から小項目の部分を取るか、outline.yml に小項目を書き足してください。`
  const expected = isTooHigh
    ? `${section.children[0]?.number ?? `${section.number}-1`}-1 の形の番号`
    : `${section.number}-1 の形の番号`
  return finding('number/depth', file.numberPlace(), says, { expected, related: section.place })
}

function unknownParent(
  file: InitiativeFile,
  parent: string,
  headings: ReadonlyMap<string, OutlineHeading>,
  outline: Outline,
  more: string,
): Message {
  let above = parentOf(parent)
  while (above !== '' && !headings.has(above)) above = parentOf(above)
  const related = headings.get(above)?.place ?? { file: outline.file, line: 1, column: 1 }
  const says = `取組 ${numberOf(file)} の上の見出し ${parent} が outline.yml にありません${more}。番号を直すか、outline.yml に ${parent} を書き足してください。`
  return finding('number/unknown-parent', file.numberPlace(), says, {
    expected: 'outline.yml にある項目か小項目の番号',
    related,
  })
}

/** Numbers that are left out between the files of one parent, each told at the file after it. */
function gaps(placed: readonly InitiativeFile[], all: readonly InitiativeFile[]): Message[] {
  const claimed = new Set(all.flatMap(({ named, number }) => [named, number]))
  const messages: Message[] = []
  for (const [parent, files] of Map.groupBy(placed, (file) => parentOf(numberOf(file) ?? ''))) {
    const sorted = files.toSorted((a, b) => compareNumbers(numberOf(a) ?? '', numberOf(b) ?? ''))
    let before: InitiativeFile | null = null
    let last = 0
    for (const file of sorted) {
      const number = numberOf(file) ?? ''
      const order = orderOf(number)
      let missing = last + 1
      while (missing < order && claimed.has(childNumber(parent, missing))) missing++
      if (missing < order) {
        const expected = childNumber(parent, missing)
        const says = `取組 ${number} の前にあるはずの ${expected} がありません。番号は1から順に付けます。${expected} のファイルを足すか、番号を詰めてください。`
        messages.push(
          finding('number/gap', file.numberPlace(), says, {
            expected,
            ...(before && { related: before.numberPlace() }),
          }),
        )
      }
      last = order
      before = file
    }
  }
  return messages
}

/** Headings at the end of the outline's branches below which no file stands. */
function withoutInitiative({ viewpoints, faulty }: Outline, initiatives: readonly InitiativeFile[]): Message[] {
  const numbers = initiatives.flatMap(({ named, number }) => [named, number]).filter((number) => number !== null)
  // Also what a number at the wrong depth would stand for: that is told of as such.
  const inhabited = new Set(numbers.flatMap((number) => [number, parentOf(number), sectionOf(number)]))
  const doubtful = new Set([...faulty].flatMap(({ number }) => number ?? []))
  return flatHeadings(viewpoints)
    .filter((heading) => heading.depth > 1 && heading.children.length === 0)
    .filter(({ number }) => number !== null && !inhabited.has(number) && !isBelow(number, doubtful))
    .map((heading) => {
      const kind = heading.depth === 3 ? '小項目' : '項目'
      const says = `${kind} ${heading.number}「${heading.title ?? ''}」に取組が1つもありません。取組のファイルを足すか、この見出しを outline.yml から消してください。`
      return finding('number/no-initiative', heading.place, says, { expected: `initiatives/${heading.number}-1.md` })
    })
}

/** Two initiatives of one name under one heading. */
function sameTitles(placed: readonly InitiativeFile[]): Message[] {
  const known = new Map<string, InitiativeFile>()
  const messages: Message[] = []
  for (const file of placed.toSorted((a, b) => compareFiles(a.file, b.file))) {
    if (file.title === null) continue
    const key = `${parentOf(numberOf(file) ?? '')} ${file.title}`
    const other = known.get(key)
    if (!other) {
      known.set(key, file)
      continue
    }
    const says = `同じ小項目の ${other.file} と同じ名前「${file.title}」です。名前を変えるか、1つにまとめてください。`
    messages.push(finding('title/duplicate', file.titlePlace(), says, { related: other.titlePlace() }))
  }
  return messages
}
