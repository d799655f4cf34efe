import { z } from 'astro/zod'
import { parseFiscalYear } from '../text/era.ts'
import { isInitiativeNumber, parseNumber } from './number.ts'

/**
 * The one definition of what stands in the content folder's YAML. The typed collections, the checker and the importer
 * read it. Every object is closed: an unknown key is a typing error that would otherwise vanish silently.
 */

const title = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/)
  .meta({ description: '名前。記号（○ や ①）は付けません' })

const fiscalYear = z
  .string()
  .refine((text) => parseFiscalYear(text) !== null, { params: { expected: 'R7 の形の年度' } })

const byFiscalYear = z.record(fiscalYear, z.number())

const figureSchema = z.strictObject({
  label: z.string().trim().min(1).meta({ description: '数値の名前' }),
  unit: z.string().trim().min(1).meta({ description: '単位。本文のとおりに書きます（件、億円、万人）' }),
  values: byFiscalYear
    .refine((values) => Object.keys(values).length > 0, { params: { expected: '年度と値の組が1つ以上' } })
    .meta({ description: '年度ごとの値' }),
  changes: byFiscalYear.optional().meta({ description: '対前年度比。減は負の数で書きます' }),
})

export const initiativeNumber = z
  .string()
  .refine(isInitiativeNumber, { params: { expected: '2-1-3-1 の形（半角の数字とハイフン）' } })

export const initiativeSchema = z.strictObject({
  number: initiativeNumber.meta({ description: '番号。ファイル名と同じです' }),
  title,
  figures: z.array(figureSchema).default([]).meta({ description: '本文にある数値' }),
  plain: z.string().trim().min(1).optional().meta({
    description: 'やさしい日本語のまとめ。職員が書きます。段落は空の行で分けます',
    contentMediaType: 'text/plain',
  }),
  continues: initiativeNumber.optional().meta({ description: '番号や名前が変わった取組の、前の年度の番号' }),
})

export const reportSchema = z.strictObject({
  title,
  year: fiscalYear.meta({ description: '年度（R7）' }),
  published: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .meta({ description: '公表した年月（2026-02）。書くまでは準備中です' }),
  department: z.string().trim().min(1).meta({ description: '担当課' }),
})

/** A heading's number; YAML reads the viewpoints' `1` as a number. */
const headingNumber = (depth: number) =>
  z
    .union([z.string(), z.int()])
    .transform(String)
    .refine((text) => parseNumber(text)?.length === depth, {
      params: { expected: `${['1', '1-2', '1-2-3'][depth - 1]} の形の番号` },
    })
    .meta({ description: '番号' })

export const outlineSchema = z.strictObject({
  title,
  viewpoints: z
    .array(
      z.strictObject({
        number: headingNumber(1),
        title,
        sections: z
          .array(
            z.strictObject({
              number: headingNumber(2),
              title,
              subsections: z
                .array(z.strictObject({ number: headingNumber(3), title }))
                .min(1)
                .optional()
                .meta({ description: '小項目' }),
            }),
          )
          .min(1)
          .meta({ description: '項目' }),
      }),
    )
    .min(1)
    .meta({ description: '視点' }),
})

const reason = z.string().trim().min(1).meta({ description: '理由' })

export const correctionsSchema = z.strictObject({
  text: z
    .array(
      z.strictObject({
        from: z.string().min(1).meta({ description: '原文の書き方', contentMediaType: 'text/plain' }),
        to: z.string().meta({ description: 'ここでの書き方', contentMediaType: 'text/plain' }),
        reason,
      }),
    )
    .default([])
    .meta({ description: '文の違い' }),
  links: z
    .array(
      z.strictObject({
        in: initiativeNumber.meta({ description: 'リンクのある取組の番号' }),
        text: z.string().min(1).meta({ description: 'リンクにする言葉' }),
        to: z
          .string()
          .regex(/^[1-9\d-]+(?:#r\d+(?:-\d+)*)?$/)
          .meta({ description: '行き先の番号。実績まで示すなら 1-1-2-2#r1' }),
        reason,
      }),
    )
    .default([])
    .meta({ description: 'リンク' }),
  /** Headings and initiatives that the document has not, has elsewhere, or has alone. */
  places: z
    .array(z.strictObject({ title: z.string().trim().min(1).meta({ description: '見出しや取組の名前' }), reason }))
    .default([])
    .meta({ description: '場所の違い' }),
})

export type Figure = z.infer<typeof figureSchema>
export type InitiativeData = z.infer<typeof initiativeSchema>
export type ReportData = z.infer<typeof reportSchema>
export type OutlineData = z.infer<typeof outlineSchema>
export type Corrections = z.infer<typeof correctionsSchema>
