import { z } from 'astro/zod'

/** 用語集: what stands in glossary.yml. */
export const termSchema = z.strictObject({
  term: z.string().trim().min(1).meta({ description: '用語。報告書の本文にある書き方で書きます' }),
  reading: z
    .string()
    .regex(/^[ぁ-んー]+$/)
    .meta({ description: '読み（ひらがな）' }),
  meaning: z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\n]+$/)
    .meta({ description: '意味。1行で、言い切りの文で書きます' }),
  spellings: z
    .array(z.string().trim().min(1))
    .default([])
    .meta({ description: 'ほかの書き方。検索でこの言葉を入れても、用語が見つかります' }),
  reviewed: z.boolean().meta({ description: '職員が意味を確かめたら true にします' }),
})

export const glossarySchema = z.strictObject({ terms: z.array(termSchema).meta({ description: '用語' }) })

/** 用語: an entry of the glossary. */
export type Term = z.infer<typeof termSchema>
