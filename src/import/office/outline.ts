import { circled } from '../../report/number.ts'
import { foldForm } from '../../text/fold.ts'
import { parseMonthName } from '../../text/written-eras.ts'
import { type Form, formOf } from './forms.ts'
import type { Paragraph } from './paragraph.ts'
import type { Note } from './tidy.ts'

/** A line of Markdown, and where what it says stands. */
interface Written {
  text: string
  place: string
}

/** How an office marks its initiatives where it types no ○: the program's bullet, its depth, bold letters. */
type Signature = Pick<Paragraph, 'mark' | 'level' | 'isBold'>

/**
 * Writes paragraphs as the Markdown that a received document has. What a paragraph is follows from its number or sign and
 * from what stands before it; how deep it stands says only which results stand below another.
 */
export class Outline {
  readonly lines: Written[] = []
  private readonly done: Note
  private readonly ask: Note
  /** Number and name of the viewpoint, section and subsection that we are in. */
  private readonly path: { order: number; title: string }[] = []
  private initiative: string | null = null
  /** The slide on which it begins. */
  private page = 0
  private signature: Signature | null = null
  /** The levels of the open results, from the outermost in. */
  private levels: number[] = []
  /** The last ① of a run of results. */
  private run = 0
  private isBegun = false

  constructor(done: Note, ask: Note) {
    this.done = done
    this.ask = ask
  }

  write(paragraphs: readonly Paragraph[]): void {
    const all = withCircles(paragraphs)
    all.forEach((paragraph, i) => this.take(paragraph, formOf(paragraph), all, i))
  }

  private take(paragraph: Paragraph, form: Form, all: readonly Paragraph[], i: number): void {
    let after = i + 1
    while (/^【[^】]*】$/.test((all[after]?.lines[0] ?? '').trim())) after++
    const next = all[after]
    if (this.path.length === 0 && !this.isFirstViewpoint(form, all, i)) return this.takeCover(paragraph, form, all, i)
    if (form.kind === 'heading' && this.isHeading(form, paragraph, all[i - 1]?.box !== paragraph.box))
      return this.takeHeading(form, paragraph)
    if (form.kind === 'initiative') return this.takeInitiative(form, paragraph)
    if (this.isInitiative(paragraph, next)) {
      const title = titleOf(form)
      this.done(paragraph.place, '○ のない見出しを、取組として読む', title)
      return this.takeInitiative({ title, circle: '○' }, paragraph)
    }
    this.takeBody(paragraph, form, isResultLater(all, i))
  }

  /** Title, month and department, headings, the list of viewpoints, and what else stands before the first viewpoint. */
  private takeCover(paragraph: Paragraph, form: Form, all: readonly Paragraph[], i: number): void {
    const { place, lines, isHeading } = paragraph
    const words = lines.map((line) => line.trim())
    if (!this.isBegun) {
      this.isBegun = true
      return this.block(place, `# ${words.join(' ')}`)
    }
    const last = this.lines.at(-1)
    const isMonthLast = last !== undefined && parseMonthName(last.text.trim()) !== null
    if (isMonthLast) {
      last.text = `${last.text.trim()}  `
      return this.add(place, words.join(' '))
    }
    if (form.kind === 'heading' && form.depth === 1) {
      if (/^- \d/.test(last?.text ?? '')) this.add(place, `- ${form.order} ${form.title}`)
      else this.block(place, `- ${form.order} ${form.title}`)
      return
    }
    // Without styles of headings, what is short and stands above something is one.
    const isShort = words.length === 1 && (words[0]?.length ?? 0) <= 30 && !/[。、]$/.test(words[0] ?? '')
    const hasHeadings = all.some((each) => each.isHeading && each !== all[0])
    const isMonth = parseMonthName(words[0] ?? '') !== null
    if (isHeading || (!hasHeadings && !isMonth && isShort && all[i + 1] !== undefined)) {
      return this.block(place, `## ${words.join('')}`)
    }
    this.block(place, ...words.map((line, k) => (k < words.length - 1 ? `${line}  ` : line)))
  }

  /** The first viewpoint of the body; those of the list on the cover stand one below the other. */
  private isFirstViewpoint(form: Form, all: readonly Paragraph[], i: number): boolean {
    if (form.kind !== 'heading' || form.depth !== 1 || form.order !== 1 || !this.isBegun) return false
    const next = all[i + 1]
    const after = next && formOf(next)
    return !(after?.kind === 'heading' && after.depth === 1 && after.order === 2)
  }

  private isHeading(
    { depth, order, title }: Extract<Form, { kind: 'heading' }>,
    paragraph: Paragraph,
    isFirstOfBox: boolean,
  ): boolean {
    const last = this.path[depth - 1]
    const isSame = last?.order === order && isSameTitle(last.title, title)
    if (depth === 1) return paragraph.isHeading || isSame || order === (last?.order ?? 0) + 1
    const isNext = order === (last?.order ?? 0) + 1
    if (depth === 2) return isSame || isNext || this.initiative === null
    if (paragraph.isHeading) return true
    // ① below a result is a result itself: it stands deeper, counts on from the one before, or is not what comes next.
    const top = this.levels[0]
    if (this.initiative === null || top === undefined) return true
    const isBelow =
      paragraph.level > top || (this.run > 0 && order === this.run + 1 && !(isNext && paragraph.level < this.deepest))
    return !isBelow && (isNext || isSame || paragraph.level < top || isFirstOfBox)
  }

  private get deepest(): number {
    return this.levels.at(-1) ?? 0
  }

  private takeHeading({ depth, order, title }: Extract<Form, { kind: 'heading' }>, { place }: Paragraph): void {
    const last = this.path[depth - 1]
    const name = withoutContinued(title)
    if (last?.order === order && isSameTitle(last.title, name)) {
      // A slide repeats its headings; what follows goes on where the last slide ended.
      this.done(place, '続きのスライドの、くり返す見出しを除く', title)
      return
    }
    this.path.length = Math.min(this.path.length, depth - 1)
    // A level that is missing above is told when the document is placed.
    while (this.path.length < depth - 1) this.path.push({ order: 0, title: '' })
    this.path.push({ order, title: name })
    this.initiative = null
    this.endResults()
    const label = depth === 1 ? `${order} ` : depth === 2 ? `(${order}) ` : `${circled(order)} `
    this.block(place, `${'#'.repeat(depth)} ${label}${name}`)
  }

  private takeInitiative({ title, circle }: { title: string; circle: string }, paragraph: Paragraph): void {
    const name = withoutContinued([title, ...paragraph.lines.slice(1)].map((line) => line.trim()).join(''))
    if (circle !== '○') this.done(paragraph.place, `「${circle}」を、取組の「○」として読む`, name)
    // One of the same name on the same slide is a mistake, which is told when the document is placed.
    if (this.initiative === name && this.page !== paragraph.page) {
      this.done(paragraph.place, '続きのスライドの、くり返す見出しを除く', title)
      return
    }
    this.initiative = name
    this.page = paragraph.page
    this.endResults()
    this.block(paragraph.place, `#### ○${name}`)
  }

  /** An initiative without ○: what stands first below a heading, above what stands deeper; later, what looks like that. */
  private isInitiative({ mark, level, isBold, lines }: Paragraph, next: Paragraph | undefined): boolean {
    if (this.path.length < 2 || lines.length > 1 || /^[→※【（(・]/.test((lines[0] ?? '').trim()) || !next) return false
    const isAbove = next.level > level || /^[・•]/.test((next.lines[0] ?? '').trim())
    const { kind } = formOf(next)
    if (!isAbove || kind === 'initiative' || (kind === 'heading' && next.level <= level)) return false
    if (this.initiative === null) {
      this.signature = { mark, level, isBold }
      return true
    }
    const { signature } = this
    const isLike = signature?.level === level && signature.mark === mark && signature.isBold === isBold
    return isLike && (isBold || level < (this.levels[0] ?? Infinity))
  }

  private takeBody(paragraph: Paragraph, form: Form, isResultLater: boolean): void {
    const { place, mark } = paragraph
    let { level } = paragraph
    const [first = '', ...rest] = paragraph.lines.map((line) => line.trim())
    const text = form.kind === 'result' ? form.text : form.kind === 'heading' ? typed(paragraph, first) : first
    if (/^※/.test(text) || /^【[^】]*】$/.test(text)) {
      this.endResults()
      return this.block(place, ...kept([text, ...rest]))
    }
    const isOpen = this.levels.length > 0
    if (form.kind === 'none' && mark === '' && isOpen && /^[→⇒（(]/.test(text)) {
      return this.goOn(place, [text, ...rest])
    }
    // What stands without a sign between two results is part of the first one.
    if (form.kind === 'none' && mark === '' && isOpen && isResultLater && level <= (this.levels[0] ?? 0)) {
      this.ask(place, '記号のない文です。上の実績の内訳として読みました。', text.slice(0, 20))
      level = (this.levels[0] ?? 0) + 1
    }
    const isResult =
      form.kind !== 'none' || mark !== '' || level > (this.levels[0] ?? -1) || (this.initiative !== null && !isOpen)
    if (!isResult || this.initiative === null) {
      if (isOpen) this.ask(place, '記号のない文です。実績でなく、取組の注として読みました。', text.slice(0, 20))
      this.endResults()
      return this.block(place, ...kept([text, ...rest]))
    }
    while (isOpen && this.levels.length > 0 && (this.levels.at(-1) ?? 0) >= level) this.levels.pop()
    // ① at the depth of the result above it stands below it.
    if (form.kind === 'heading' && this.levels.length === 0 && isOpen) this.levels.push(level - 1)
    this.run = form.kind === 'heading' ? form.order : 0
    const indent = '  '.repeat(this.levels.length)
    this.levels.push(level)
    const bullet = this.levels.length === 1 ? '- ・' : '- '
    const own = kept([text, ...rest]).map((line, k) => indent + (k === 0 ? bullet : '  ') + line)
    if (isOpen) own.forEach((line) => this.add(place, line))
    else this.block(place, ...own)
  }

  /** A line of the last result that stands in a paragraph of its own. */
  private goOn(place: string, lines: readonly string[]): void {
    const last = this.lines.at(-1)
    if (last) last.text = `${last.text.trimEnd()}  `
    for (const line of kept(lines)) this.add(place, `${'  '.repeat(this.levels.length)}${line}`)
  }

  private endResults(): void {
    this.levels = []
    this.run = 0
  }

  private block(place: string, ...lines: string[]): void {
    if (this.lines.length > 0) this.add(place, '')
    for (const line of lines) this.add(place, line)
  }

  private add(place: string, text: string): void {
    this.lines.push({ place, text })
  }
}

/** Where no ○ stands, ● that somebody typed above ・ is one. */
function withCircles(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const begins = (form: RegExp) => paragraphs.some(({ lines }) => form.test((lines[0] ?? '').trim()))
  const isMeant = begins(/^●/) && begins(/^[・•]/) && !paragraphs.some((each) => formOf(each).kind === 'initiative')
  if (!isMeant) return paragraphs
  return paragraphs.map((each) => ({ ...each, lines: each.lines.map((line) => line.replace(/^\s*●/, '◯')) }))
}

/** Further than one initiative reaches. */
const FAR = 100

/** Whether another result of the same initiative stands further down. */
function isResultLater(all: readonly Paragraph[], i: number): boolean {
  for (let after = i + 1; after < Math.min(all.length, i + FAR); after++) {
    const { kind } = formOf(all[after] as Paragraph)
    if (kind === 'result') return true
    if (kind !== 'none') return false
  }
  return false
}

/** Lines of one paragraph, whose ends Markdown keeps. */
function kept(lines: readonly string[]): string[] {
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}  ` : line))
}

/** A number that the program sets stands in the text of a result. */
function typed({ mark }: Paragraph, words: string): string {
  return mark !== '' && /^[(（\d①-⑳]/.test(mark) && !words.startsWith(mark) ? `${mark}${words}` : words
}

function titleOf(form: Form): string {
  return form.kind === 'heading' || form.kind === 'initiative' ? form.title : form.text
}

/** `'電子契約の促進（続き）'` → `'電子契約の促進'`. */
function withoutContinued(title: string): string {
  return title.replace(/\s*(?:[（(](?:続き|つづき|\d+\s*[/／]\s*\d+)[)）]|続き)$/, '').trim()
}

function isSameTitle(a: string, b: string): boolean {
  return foldForm(a) === foldForm(withoutContinued(b))
}
