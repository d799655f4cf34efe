/** What the import has to say of a place of the document, in Japanese. Lines count from 1; 0 is the whole of it. */
export interface ImportFinding {
  line: number
  message: string
}

/** Adds a finding. */
export type Tell = (line: number, message: string) => void
