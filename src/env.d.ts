declare namespace App {
  interface Locals {
    /** Terms that the page being rendered has explained so far. */
    explainedTerms?: Set<string>
    /** Their meanings as HTML, to stand below the page's text. */
    termNotes?: string[]
  }
}
