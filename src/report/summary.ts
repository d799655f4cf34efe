/** まとめ: what staff wrote of a whole report for readers in a hurry or of another language; none of it is the report's own text. */
export interface Summary {
  lang: SummaryLanguage
  /** Markdown. */
  body: string
}

/** Plain Japanese (`summary.ja.md`) and English (`summary.en.md`), in the order in which they are shown. */
export const SUMMARY_LANGUAGES = ['ja', 'en'] as const

export type SummaryLanguage = (typeof SUMMARY_LANGUAGES)[number]

/** The name of its file in a year's folder. */
export const summaryFile = (lang: SummaryLanguage): string => `summary.${lang}.md`
