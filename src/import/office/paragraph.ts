import type { Deed } from '../received/received.ts'

/** A paragraph of a slide or of a Word document, as it is shown. */
export interface Paragraph {
  /** Its words, line by line where a line end stands in them. */
  lines: string[]
  /** The number or the bullet that the program sets before it: `(1)`, `①`, `•`; `''` for none. */
  mark: string
  /** How deep it stands, from 0. */
  level: number
  /** A heading by its style, a slide's title. */
  isHeading: boolean
  isBold: boolean
  /** `スライド4の2つ目の枠`, `12番目の段落` */
  place: string
  /** The box that it stands in, counted through the slides; one for the whole of a Word document. */
  box: number
  /** The slide that it stands on; 1 for the whole of a Word document. */
  page: number
}

/** A file's text in the order of the eye. */
export interface Office {
  paragraphs: Paragraph[]
  /** What was not read, and where. */
  leftOut: Deed[]
}
