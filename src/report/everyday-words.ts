import { z } from 'astro/zod'

const wordList = z.array(z.string().trim().min(1)).min(1)

/** 暮らしの言葉: an entry of words.yml. */
export const everydayWordSchema = z.strictObject({
  typed: wordList.meta({ description: '人が検索に打つ言葉。報告書にない言い方を並べます' }),
  leadsTo: wordList.meta({ description: '行き先。報告書にある言葉か、文の一部を、そのとおりに書きます' }),
  note: z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\n]+$/)
    .optional()
    .meta({ description: '職員のための覚え書き。1行で書きます。サイトには出ません' }),
})

export const everydayWordsSchema = z.strictObject({
  words: z.array(everydayWordSchema).meta({ description: '暮らしの言葉' }),
})

/** What people type, and the report's own words that it leads to. */
export type EverydayWord = z.infer<typeof everydayWordSchema>
