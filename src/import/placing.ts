import type { DocumentResult, Unit } from './document.ts'
import { parseMonthName } from '../text/era.ts'
import { ancestorOf, childNumber, headingLabel, isBelow, orderOf, parentOf } from '../report/number.ts'
import type { OutlineData, ReportData } from '../report/schema.ts'

/** A place of the document that the import can't take, in Japanese. Lines count from 1. */
export interface ImportFinding {
  line: number
  message: string
}

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
  readonly introduction: string[] = []
  readonly outline: OutlineData = { title: '', viewpoints: [] }
  report: ReportData | null = null
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
  private coverTitles: { title: string; order: number; line: number }[] = []
  private title = ''
  private readonly year: string

  constructor(year: string) {
    this.year = year
  }

  take(unit: Unit, before: Unit | undefined): void {
    if (unit.kind === 'heading') this.takeHeading(unit)
    else if (unit.kind === 'initiative') this.takeInitiative(unit.title, unit.line)
    else if (unit.kind === 'title') this.title = unit.text
    else if (unit.kind === 'unknown') this.tell(unit.line, `置き場所のない文です：「${unit.text}」`)
    else if (this.place === '') this.takeCover(unit, before)
    else this.takeBlock(unit)
  }

  finish(): void {
    if (this.title === '') this.tell(1, '文書の題名（# で始まる1行目の見出し）がありません。')
    else if (!this.report) this.tell(1, '公表の年月（令和8年2月）と担当課の行がありません。')
    for (const [number, { title, line }] of this.headings) {
      const isEmpty = !this.drafts.some((draft) => isBelow(draft.number, number))
      if (isEmpty && !this.lostAny)
        this.tell(line, `${KINDS[number.split('-').length]}「${title}」に取組が1つもありません。`)
    }
    for (const draft of this.drafts) {
      if (draft.blocks.length === 0) this.tell(draft.line, `取組「${draft.title}」に実績が1つもありません。`)
    }
    for (const { title, order, line } of this.coverTitles) {
      const inBody = this.headings.get(String(order))?.title
      if (inBody === title) continue
      this.tell(line, `表紙の視点「${order} ${title}」が本文の見出し「${inBody ?? 'なし'}」と違います。`)
    }
    if (this.coverTitles.length === 0 && this.outline.title !== '') {
      this.tell(1, `表紙の「${this.outline.title}」に視点の一覧がありません。`)
    }
    if (this.outline.title === '') this.tell(1, '表紙に、視点の一覧とその見出しがありません。')
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

  private takeCover(unit: Unit, before: Unit | undefined): void {
    if (unit.kind === 'cover-heading') {
      this.introduction.push(`## ${unit.text}`)
    } else if (unit.kind === 'paragraph' && (!before || before.kind === 'title')) {
      const [month = '', department = '', ...rest] = unit.lines
      const published = parseMonthName(month)
      if (!published || department === '' || rest.length > 0) {
        this.tell(unit.line, `「${unit.lines.join(' ')}」：公表の年月（令和8年2月）と担当課の2行を期待しました。`)
      } else {
        this.report = { title: this.title, year: this.year, published, department }
      }
    } else if (unit.kind === 'paragraph' && this.introduction.length > 0) {
      this.introduction.push(unit.lines.join('\\\n'))
    } else if (unit.kind === 'results' && before?.kind === 'cover-heading') {
      // The list of viewpoints stands in the outline, under its own heading.
      this.introduction.pop()
      this.outline.title = before.text
      for (const item of unit.items) {
        const match = /^(\d+)\s+(.+)$/.exec(item.lines.join(' '))
        if (match) this.coverTitles.push({ order: Number(match[1]), title: match[2] ?? '', line: item.line })
        else this.tell(item.line, `「${item.lines.join(' ')}」：番号のついた視点の名前を期待しました。`)
      }
    } else {
      this.tell(unit.line, '最初の取組より前に、置き場所のない文があります。')
    }
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
        `番号 ${label} が重なっています。${known.line} 行目の「${known.title}」も ${label} です。`,
      )
    }
    this.lost = null
    const last = Math.max(0, ...[...this.headings.keys()].filter((other) => parentOf(other) === parent).map(orderOf))
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
        `小項目「${title}」の前に、小項目に入らない取組「${direct.title}」（${direct.line} 行目）があります。`,
      )
    }
  }

  private addToOutline(number: string, title: string, depth: 1 | 2 | 3): void {
    const viewpoint = this.outline.viewpoints.at(-1)
    const section = viewpoint?.sections.at(-1)
    if (depth === 1) this.outline.viewpoints.push({ number, title, sections: [] })
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
    if (twin) this.tell(line, `同じ名前の取組「${title}」が ${twin.line} 行目にもあります。`)
    this.draft = { number: childNumber(this.place, siblings.length + 1), title, line, blocks: [] }
    this.drafts.push(this.draft)
  }

  private takeBlock(unit: Unit): void {
    if (!this.draft) {
      if (this.lost) return
      const what = 'text' in unit ? unit.text : 'lines' in unit ? unit.lines.join(' ') : '実績'
      return this.tell(unit.line, `どの取組にも入らない文です：「${what}」`)
    }
    if (unit.kind === 'group') this.draft.blocks.push(`### ${unit.text}`)
    else if (unit.kind === 'results') this.draft.blocks.push(bullets(unit.items, ''))
    else if (unit.kind === 'paragraph') this.draft.blocks.push(unit.lines.join('\\\n'))
    else if (unit.kind === 'footnote') this.draft.blocks.push(`[^${unit.mark}]: ${unit.lines.join('\\\n    ')}`)
    else this.tell(unit.line, `番号も記号もない見出しです：「${'text' in unit ? unit.text : ''}」`)
  }
}

function bullets(items: DocumentResult[], indent: string): string {
  return items
    .map((item) => {
      const own = indent + '- ' + item.lines.join(`\\\n${indent}  `)
      return item.children.length > 0 ? `${own}\n${bullets(item.children, indent + '  ')}` : own
    })
    .join('\n')
}
