/** A received document, whatever program it comes from, as the Markdown that the import reads. */
export interface Received {
  markdown: string
  /** Where each line of `markdown` stands in what came: `'12'` for a line, `'スライド4の2つ目の枠'` for a slide's box. */
  places: readonly string[]
  /** What was done to the text on the way, in the order of the document. */
  done: Deed[]
  /** What a person should look at: where more than one reading fits. */
  questions: Deed[]
}

/** Something done, or to be looked at, at one place of what came. */
export interface Deed {
  place: string
  /** What and why, in Japanese, the same sentence for each place where the same thing is done. */
  what: string
  /** The words that it is about. */
  words: string
}

/** One line of a received text on its way, and the number of the line that it began with. */
export interface Line {
  text: string
  at: number
  /** A head, foot or page number stood here, or a page ended. */
  gap?: true
}

/** Says what was done to a line, or what is unsure of it. */
export type Say = (at: number, what: string, words: string) => void
