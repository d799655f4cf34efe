import { ancestorOf, childNumber, headingLabel, isBelow, orderOf, parentOf } from '../report/number.ts'
import type { OutlineData } from '../report/schema.ts'
import { blockOf, wordsOf } from './blocks.ts'
import { Cover } from './cover.ts'
import type { Unit } from './document.ts'
import type { ImportFinding } from './finding.ts'
import { placeName } from './group.ts'

/** An initiative on its way into a file: its Markdown blocks so far. */
export interface Draft {
  number: string
  title: string
  line: number
  blocks: string[]
}

const KINDS = ['', '視点', '項目', '小項目'] as const

/** The walk through the units: where we are, what has been placed, and what could not be. */
export class Placing {
  readonly findings: ImportFinding[] = []
  readonly drafts: Draft[] = []
  readonly cover: Cover
  readonly viewpoints: OutlineData['viewpoints'] = []
  private readonly headings = new Map<string, { title: string; line: number }>()
  /** The number of the heading that initiatives now belong to; `''` before the first viewpoint. */
  private place = ''
  private draft: Draft | null = null
  /** Set by a repeated viewpoint heading: the section or subsection after it may be a repeat too. */
  private repeated = false
  /** What could not be placed last: all that follows, up to the next of its kind, is lost with it and not told again. */
  private lost: 'heading' | 'initiative' | null = null
  /** The depth of the lost heading; deeper ones are lost with it. */
  private lostDepth = 0
  private lostAny = false

  private readonly nameOf: (line: number) => string

  /** `placeOf` names the place of a line in what came, where that is no line. */
  constructor(year: string, placeOf: (line: number) => string) {
    this.nameOf = (line) => placeName(placeOf(line))
    this.cover = new Cover(year, (line, message) => this.tell(line, message))
  }

  take(unit: Unit, before: Unit | undefined): void {
    if (unit.kind === 'heading') this.takeHeading(unit)
    else if (unit.kind === 'initiative') this.takeInitiative(unit.title, unit.line)
    else if (unit.kind === 'title') this.cover.takeTitle(unit.text)
    else if (unit.kind === 'unknown') this.tell(unit.line, `置き場所のない文です：「${unit.text}」`)
    else if (this.place === '') this.cover.take(unit, before)
    else this.takeBlock(unit)
  }

  finish(): void {
    for (const [number, { title, line }] of this.headings) {
      const isEmpty = !this.drafts.some((draft) => isBelow(draft.number, number))
      if (isEmpty && !this.lostAny)
        this.tell(line, `${KINDS[number.split('-').length]}「${title}」に取組が1つもありません。`)
    }
    for (const draft of this.drafts) {
      if (draft.blocks.length === 0) this.tell(draft.line, `取組「${draft.title}」に実績が1つもありません。`)
    }
    this.cover.finish((order) => this.headings.get(String(order))?.title)
  }

  private tell(line: number, message: string): void {
    this.findings.push({ line, message })
  }

  /** A finding that leaves no place for what follows. */
  private lose(what: 'heading' | 'initiative', line: number, message: string): void {
    this.tell(line, message)
    this.lost = what
    this.lostAny = true
  }

  private takeHeading({ depth, order, title, line }: Extract<Unit, { kind: 'heading' }>): void {
    this.draft = null
    if (this.lost === 'heading' && depth > this.lostDepth) return
    this.lostDepth = depth
    if (title === '') return this.lose('heading', line, `${KINDS[depth]} ${order} の見出しに名前がありません。`)
    const parent = ancestorOf(this.place, depth - 1)
    if (parent.split('-').filter(Boolean).length < depth - 1) {
      return this.lose('heading', line, `${KINDS[depth]}「${title}」の前に、${KINDS[depth - 1]}の見出しがありません。`)
    }
    const number = childNumber(parent, order)
    const known = this.headings.get(number)
    if (known && known.title === title && (depth === 1 || this.repeated)) {
      // A slide repeats its headings; what follows goes on where the last slide ended.
      this.repeated = true
      if (depth > 1) this.place = number
      else if (!this.place.startsWith(number))
        this.tell(line, `視点 ${order} が、視点 ${this.place} の後にまた出てきます。`)
      return
    }
    this.repeated = false
    if (known) {
      const label = headingLabel(number)
      return this.lose(
        'heading',
        line,
        `番号 ${label} が重なっています。${this.nameOf(known.line)}の「${known.title}」も ${label} です。`,
      )
    }
    this.lost = null
    const beside = [...this.headings.keys()].filter((other) => parentOf(other) === parent)
    const last = beside.map(orderOf).reduce((most, order) => Math.max(most, order), 0)
    if (order !== last + 1) {
      const expected = headingLabel(childNumber(parent, last + 1))
      this.tell(line, `番号がとんでいます。「${headingLabel(number)} ${title}」の前に ${expected} があるはずです。`)
    }
    if (depth === 3) this.expectNoDirectInitiatives(parent, title, line)
    this.place = number
    this.headings.set(number, { title, line })
    this.addToOutline(number, title, depth)
  }

  private expectNoDirectInitiatives(section: string, title: string, line: number): void {
    const direct = this.drafts.find((draft) => parentOf(draft.number) === section)
    if (direct) {
      this.tell(
        line,
        `小項目「${title}」の前に、小項目に入らない取組「${direct.title}」（${this.nameOf(direct.line)}）があります。`,
      )
    }
  }

  private addToOutline(number: string, title: string, depth: 1 | 2 | 3): void {
    const viewpoint = this.viewpoints.at(-1)
    const section = viewpoint?.sections.at(-1)
    if (depth === 1) this.viewpoints.push({ number, title, sections: [] })
    else if (depth === 2) viewpoint?.sections.push({ number, title })
    else if (section) (section.subsections ??= []).push({ number, title })
  }

  private takeInitiative(title: string, line: number): void {
    this.repeated = false
    this.draft = null
    if (this.lost === 'heading') return
    this.lost = null
    if (title === '') return this.lose('initiative', line, '取組の名前がありません。')
    const depth = this.place === '' ? 0 : this.place.split('-').length
    // Whatever the next heading is, it can be placed again.
    this.lostDepth = 3
    if (depth < 2) return this.lose('heading', line, `取組「${title}」の前に、項目（(1) など）の見出しがありません。`)
    const hasSubsections = depth === 2 && [...this.headings.keys()].some((number) => parentOf(number) === this.place)
    if (hasSubsections)
      return this.lose('heading', line, `取組「${title}」の前に、小項目（① など）の見出しがありません。`)
    const siblings = this.drafts.filter((draft) => parentOf(draft.number) === this.place)
    const twin = siblings.find((draft) => draft.title === title)
    if (twin) this.tell(line, `同じ名前の取組「${title}」が${this.nameOf(twin.line)}にもあります。`)
    this.draft = { number: childNumber(this.place, siblings.length + 1), title, line, blocks: [] }
    this.drafts.push(this.draft)
  }

  private takeBlock(unit: Unit): void {
    if (!this.draft) {
      if (!this.lost) this.tell(unit.line, `どの取組にも入らない文です：「${wordsOf(unit)}」`)
      return
    }
    const block = blockOf(unit)
    if (block !== null) this.draft.blocks.push(block)
    else this.tell(unit.line, `番号も記号もない見出しです：「${wordsOf(unit)}」`)
  }
}
