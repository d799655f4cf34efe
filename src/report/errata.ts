import { z } from 'astro/zod'
import { initiativeNumber } from './schema.ts'

/** 正誤表: what was corrected, added, moved or ended after a report was published. */

const KINDS = ['訂正', '追加', '移動', '廃止'] as const

const words = z.string().trim().min(1).optional()

const erratumSchema = z
  .strictObject({
    date: z.iso.date().meta({ description: '訂正した日（2026-05-20）' }),
    number: initiativeNumber.meta({ description: '取組の番号。移動と廃止では、元の番号' }),
    result: z
      .string()
      .regex(/^r[1-9]\d*(?:-[1-9]\d*)*$/)
      .optional()
      .meta({ description: '実績の場所（r1、r1-2）。取組全体のことなら書きません' }),
    kind: z.enum(KINDS).meta({ description: '訂正、追加、移動、廃止のどれか' }),
    before: words.meta({ description: '前の文。移動では書かなくてもかまいません', contentMediaType: 'text/plain' }),
    after: words.meta({ description: '今の文。移動では新しい番号', contentMediaType: 'text/plain' }),
    reason: z.string().trim().default('').meta({ description: '理由' }),
    changesMeaning: z.boolean().meta({ description: '意味が変わるなら true、誤字などなら false' }),
  })
  .superRefine(({ kind, before, after }, context) => {
    const lacks = (path: string, expected: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { expected } })
    if (kind === '移動' && !initiativeNumber.safeParse(after).success) lacks('after', '2-1-3-1 の形の、新しい番号')
    if (kind === '訂正' && before === undefined && after === undefined) lacks('after', '今の文')
  })

export const errataSchema = z.array(erratumSchema)

export type Erratum = z.infer<typeof erratumSchema>

/** A number that an initiative of a published report had, and where its readers are led. */
export interface GoneNumber {
  number: string
  erratum: Erratum
  /** The number that the initiative has now; `null` where it ended. */
  to: string | null
}

/** Whether an erratum is of a whole initiative that left its number. */
export function leavesNumber({ kind, result }: Erratum): boolean {
  return kind === '移動' || (kind === '廃止' && result === undefined)
}

/** The errata of the initiative that has this number now, in the list's order: of one that moved, that of its old number too. */
export function errataOf(errata: readonly Erratum[], number: string): Erratum[] {
  return errata.filter((erratum) => (leavesNumber(erratum) ? arrivesAt(erratum) === number : erratum.number === number))
}

/** What initiatives that have left this number have become: the last one is the last that had it. */
export function formerlyAt(errata: readonly Erratum[], number: string): GoneNumber[] {
  return errata
    .filter((erratum) => leavesNumber(erratum) && erratum.number === number)
    .map((erratum) => ({ number, erratum, to: arrivesAt(erratum) }))
    .filter(({ to }) => to !== number)
}

/** Where an initiative that left its number went; `null` where it ended. */
function arrivesAt({ kind, after }: Erratum): string | null {
  return kind === '移動' && after !== undefined ? after : null
}

/** Every number that errata say was left and that no initiative has now, once, in the list's order. */
export function goneNumbers(errata: readonly Erratum[], isTaken: (number: string) => boolean): GoneNumber[] {
  const numbers = new Set(errata.filter(leavesNumber).map(({ number }) => number))
  return [...numbers].filter((number) => !isTaken(number)).flatMap((number) => formerlyAt(errata, number).slice(-1))
}
