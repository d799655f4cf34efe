import { z } from 'astro/zod'
import { errataSchema } from '../report/errata.ts'
import { SUMMARY_LANGUAGES } from '../report/summary.ts'
import type { OpenData, PublishedResult } from './open-data.ts'

const heading = z.object({ number: z.string(), title: z.string() })

const byYear = z.record(z.string(), z.number()).meta({ description: '年度（R7）ごとの数' })

const result: z.ZodType<PublishedResult> = z
  .object({
    id: z.string().meta({ description: 'ページの中の番号。r1、内訳は r1-2' }),
    text: z.string().meta({ description: '報告書のとおりの文。行は \\n で分ける' }),
    group: z.string().optional().meta({ description: '上にある見出し（【道路関係】）' }),
    relistedFrom: z.string().optional().meta({ description: '再掲のとき、元の取組の番号' }),
    get children() {
      return z.array(result).optional().meta({ description: '内訳' })
    },
  })
  .meta({ id: 'result', description: '実績' })

const schema: z.ZodType<OpenData> = z.object({
  report: z.object({
    id: z.string().meta({ description: 'アドレスの中の年度（r7）' }),
    year: z.string().meta({ description: '年度（R7）' }),
    title: z.string(),
    published: z.string().nullable().meta({ description: '公表した年月（2026-02）。公表の前は null' }),
    department: z.string().meta({ description: '担当課' }),
    url: z.string().meta({ description: '報告書のページの道すじ' }),
    summaries: z
      .array(z.object({ lang: z.enum(SUMMARY_LANGUAGES), lines: z.array(z.string()) }))
      .optional()
      .meta({ description: '職員が書いた報告書のまとめ。書いた言語だけ' }),
  }),
  initiatives: z.array(
    heading.extend({
      viewpoint: heading.meta({ description: '視点' }),
      section: heading.meta({ description: '項目' }),
      subsection: heading.nullable().meta({ description: '小項目。ない項目では null' }),
      url: z.string().meta({ description: '取組のページの道すじ' }),
      results: z.array(result).meta({ description: '実績。報告書の順' }),
      notes: z.array(z.string()).meta({ description: '注' }),
      figures: z
        .array(z.object({ label: z.string(), unit: z.string(), values: byYear, changes: byYear.optional() }))
        .meta({ description: '文にある数値。changes は対前年度比' }),
      plain: z.array(z.string()).optional().meta({ description: 'やさしい日本語のまとめの段落。職員が書いた取組だけ' }),
      errata: errataSchema.meta({ description: '公表の後の訂正' }),
    }),
  ),
})

/** The JSON Schema (2020-12) of `initiatives.json`, the same for every year: `/data/initiatives.schema.json`. */
export function openDataSchema(): object {
  return { title: '報告書のデータ', ...z.toJSONSchema(schema, { io: 'output' }) }
}
