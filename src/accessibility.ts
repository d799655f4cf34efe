/** What one run of `npm run test:accessibility` found, as it stands in `docs/accessibility.json`. */
export interface AccessibilityRecord {
  /** The day of the run in Japan: `2026-11-23`. */
  date: string
  /** The version of the browser. */
  chromium: string
  /** How many pages were tested: all of the site on that day. */
  pages: number
  /** In CSS pixels. */
  widths: number[]
  /** `findings` are lines that name page, rule and place; `undecided` are those that axe leaves to a person. */
  axe: {
    version: string
    rules: number
    runs: number
    findings: string[]
    undecided: { rule: string; places: number }[]
  }
  html: { version: string; rules: number; findings: string[] }
  headings: { findings: string[] }
}

/** The last recorded run; `null` where none is recorded. */
export const accessibilityRecord =
  Object.values(
    import.meta.glob<AccessibilityRecord>('../docs/accessibility.json', { eager: true, import: 'default' }),
  )[0] ?? null
