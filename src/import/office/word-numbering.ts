import { bulletText, numberText } from './numbers.ts'
import { type XmlElement, all, attribute, child } from './xml.ts'

interface Level {
  form: string
  /** `%1.`, `(%2)`, `•` */
  text: string
  start: number
  font: string | null
}

export interface Numbering {
  /** The number or bullet of the next paragraph of a list and a level, as Word shows it. */
  next: (id: string, level: number) => string
}

/** The lists of a Word document, which count as Word does: a number starts anew below the next one above it. */
export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map(
    all(root, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', levelsOf(each)]),
  )
  const lists = new Map(
    all(root, 'num').map((num) => {
      const abstract = attribute(child(num, 'abstractNumId'), 'val') ?? ''
      const starts = new Map(
        all(num, 'lvlOverride').flatMap((each) => {
          const start = attribute(child(each, 'startOverride'), 'val')
          return start === null ? [] : [[Number(attribute(each, 'ilvl') ?? 0), Number(start)] as const]
        }),
      )
      const own = levelsOf(num)
      return [
        attribute(num, 'numId') ?? '',
        { abstract, starts, levels: new Map([...(abstracts.get(abstract) ?? []), ...own]) },
      ]
    }),
  )
  /** How far each list has counted, level by level; lists of one form count on together. */
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const next = (id: string, depth: number) => {
    const list = lists.get(id)
    const level = list?.levels.get(depth)
    if (!list || !level || level.form === 'none') return ''
    if (level.form === 'bullet') return bulletText(level.text || '•', level.font)
    const count = counts.get(list.abstract) ?? []
    counts.set(list.abstract, count)
    const start = list.starts.get(depth)
    if (start !== undefined && !begun.has(`${id} ${depth}`)) count[depth] = undefined
    begun.add(`${id} ${depth}`)
    count[depth] = (count[depth] ?? (start ?? level.start) - 1) + 1
    count.length = depth + 1
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const own = list.levels.get(at)
      return numberText(count[at] ?? own?.start ?? 1, own?.form ?? 'decimal')
    })
  }
  return { next }
}

function levelsOf(list: XmlElement): Map<number, Level> {
  return new Map(
    all(list, 'lvl').map((level) => [
      Number(attribute(level, 'ilvl') ?? 0),
      {
        form: attribute(child(level, 'numFmt'), 'val') ?? 'decimal',
        text: attribute(child(level, 'lvlText'), 'val') ?? '',
        start: Number(attribute(child(level, 'start'), 'val') ?? 1),
        font: attribute(child(level, 'rPr', 'rFonts'), 'ascii'),
      },
    ]),
  )
}
