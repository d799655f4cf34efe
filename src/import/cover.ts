import { foldWidth } from '../text/fold.ts'
import { parseMonthName } from '../text/written-eras.ts'
import type { ReportData } from '../report/schema.ts'
import type { Unit } from './document.ts'
import type { Tell } from './finding.ts'

/** What stands before the first viewpoint: title, month, department, 取りまとめの趣旨 and the list of viewpoints. */
export class Cover {
  readonly introduction: string[] = []
  report: ReportData | null = null
  /** The heading above the list of viewpoints. */
  outlineTitle = ''
  private readonly viewpoints: { title: string; order: number; line: number }[] = []
  private title = ''
  private readonly year: string
  private readonly tell: Tell

  constructor(year: string, tell: Tell) {
    this.year = year
    this.tell = tell
  }

  takeTitle(title: string): void {
    this.title = title
  }

  take(unit: Unit, before: Unit | undefined): void {
    if (unit.kind === 'cover-heading') {
      this.introduction.push(`## ${unit.text}`)
    } else if (unit.kind === 'paragraph' && (!before || before.kind === 'title')) {
      this.takeFacts(unit)
    } else if (unit.kind === 'paragraph' && this.introduction.length > 0) {
      this.introduction.push(unit.lines.join('\\\n'))
    } else if (unit.kind === 'results' && before?.kind === 'cover-heading') {
      // The list of viewpoints stands in the outline, under its own heading.
      this.introduction.pop()
      this.outlineTitle = before.text
      this.takeViewpoints(unit)
    } else {
      this.tell(unit.line, '最初の取組より前に、置き場所のない文があります。')
    }
  }

  /** What is missing in the end; `titleOf` gives a viewpoint's name in the body. */
  finish(titleOf: (order: number) => string | undefined): void {
    if (this.title === '') this.tell(1, '文書の題名（# で始まる1行目の見出し）がありません。')
    else if (!this.report) this.tell(1, '公表の年月（令和8年2月）と担当課の行がありません。')
    for (const { title, order, line } of this.viewpoints) {
      const inBody = titleOf(order)
      if (inBody === title) continue
      this.tell(line, `表紙の視点「${order} ${title}」が本文の見出し「${inBody ?? 'なし'}」と違います。`)
    }
    if (this.viewpoints.length === 0 && this.outlineTitle !== '') {
      this.tell(1, `表紙の「${this.outlineTitle}」に視点の一覧がありません。`)
    }
    if (this.outlineTitle === '') this.tell(1, '表紙に、視点の一覧とその見出しがありません。')
  }

  private takeFacts({ lines, line }: Extract<Unit, { kind: 'paragraph' }>): void {
    const [month = '', department = '', ...rest] = lines
    const published = parseMonthName(month)
    if (!published || department === '' || rest.length > 0) {
      this.tell(line, `「${lines.join(' ')}」：公表の年月（令和8年2月）と担当課の2行を期待しました。`)
    } else {
      this.report = { title: this.title, year: this.year, published, department }
    }
  }

  private takeViewpoints({ items }: Extract<Unit, { kind: 'results' }>): void {
    for (const { lines, line } of items) {
      const text = lines.join(' ')
      const [, order, folded = ''] = /^(\d+)(?:\s+|\.(?!\d)\s*)(.+)$/.exec(foldWidth(text)) ?? []
      if (order) this.viewpoints.push({ title: text.slice(text.length - folded.length), order: Number(order), line })
      else this.tell(line, `「${lines.join(' ')}」：番号のついた視点の名前を期待しました。`)
    }
  }
}
