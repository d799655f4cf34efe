import type { Finding } from '../../text/finding.ts'
import { compareNaturally } from '../../text/order.ts'
import { childNumber, compareNumbers, orderOf, parentOf } from '../../report/number.ts'
import { finding } from '../catalogue.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'
import type { Outline } from '../yaml/outline.ts'
import { checkPlacement } from './placement.ts'

/**
 * The rules for numbers between the files of one report and its outline (`null` where there is none to compare with).
 * `left` are numbers that nobody has any more, as errata.yml says.
 */
export function checkNumbers(
  initiatives: readonly InitiativeFile[],
  outline: Outline | null,
  left: ReadonlySet<string>,
): Finding[] {
  const twins = duplicates(initiatives)
  const sound = initiatives.filter((initiative) => isSound(initiative) && !twins.has(initiative))
  const placement = outline?.complete ? checkPlacement(initiatives, sound, outline, left) : null
  const placed = sound.filter((initiative) => !placement?.misplaced.has(initiative))
  return [
    ...twins.values(),
    ...initiatives.filter((initiative) => !twins.has(initiative)).flatMap(fileName),
    ...(placement?.findings ?? []),
    ...gaps(placed, initiatives, left),
    ...sameTitles(placed),
  ]
}

/** Whether its file name has a number that the front matter does not contradict. */
function isSound({ named, written }: InitiativeFile): boolean {
  return named !== null && (written === null || written === named)
}

/** The same number in two files: told at the one whose file name is another, with the place of the other one. */
function duplicates(initiatives: readonly InitiativeFile[]): Map<InitiativeFile, Finding> {
  const byNumber = Map.groupBy(
    initiatives.filter(({ number }) => number !== null),
    ({ number }) => number,
  )
  const findings = new Map<InitiativeFile, Finding>()
  for (const [number, files] of byNumber) {
    if (files.length < 2) continue
    const owner = files.find(({ named }) => named === number) ?? files[0]
    if (!owner) continue
    for (const file of files) {
      if (file === owner) continue
      const says = `番号 ${number} は ${owner.file} と同じです。番号は取組ごとに1つです。どちらかの番号を直してください。`
      const expected = file.named !== null && file.named !== number ? file.named : 'ほかの取組にない番号'
      findings.set(file, finding('number/duplicate', file.numberPlace, says, { expected, related: owner.numberPlace }))
    }
  }
  return findings
}

function fileName({ file, named, number, written, numberPlace }: InitiativeFile): Finding[] {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (named !== null && number !== null && named !== number) {
    const says = `番号 ${number} がファイル名「${name}」と合いません。番号かファイル名の、まちがっている方を直してください。`
    return [finding('number/file-name', numberPlace, says, { expected: named })]
  }
  // A wrong number in both is told once, as its form.
  if (named !== null || (written !== null && name.replace(/\.md$/i, '') === written)) return []
  const says = `ファイル名「${name}」が番号の形ではありません。ファイル名を番号と同じにしてください。`
  const expected = number ? `${number}.md` : '2-1-3-1.md の形（半角の数字とハイフン）'
  return [finding('number/file-name', number === null ? { file, line: 1, column: 1 } : numberPlace, says, { expected })]
}

/** Numbers that are left out between the files of one parent, each told at the file after it. */
function gaps(
  placed: readonly InitiativeFile[],
  all: readonly InitiativeFile[],
  left: ReadonlySet<string>,
): Finding[] {
  const claimed = new Set([...left, ...all.flatMap(({ named, number }) => [named, number])])
  const findings: Finding[] = []
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
        findings.push(
          finding('number/gap', file.numberPlace, says, {
            expected,
            ...(before && { related: before.numberPlace }),
          }),
        )
      }
      last = order
      before = file
    }
  }
  return findings
}

/** Two initiatives of one name under one heading. */
function sameTitles(placed: readonly InitiativeFile[]): Finding[] {
  const known = new Map<string, InitiativeFile>()
  const findings: Finding[] = []
  for (const file of placed.toSorted((a, b) => compareNaturally(a.file, b.file))) {
    if (file.title === null) continue
    const key = `${parentOf(numberOf(file) ?? '')} ${file.title}`
    const other = known.get(key)
    if (!other) {
      known.set(key, file)
      continue
    }
    const says = `同じ小項目の ${other.file} と同じ名前「${file.title}」です。名前を変えるか、1つにまとめてください。`
    findings.push(finding('title/duplicate', file.titlePlace, says, { related: other.titlePlace }))
  }
  return findings
}
