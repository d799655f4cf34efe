import type { Finding, Place, Severity } from '../text/finding.ts'

/**
 * Every rule of the checker with its severity. Ids are permanent: staff and tools quote them, and content/README.md
 * explains each one under a heading of the same name. An error stops the build; a warning asks a person to look.
 */
export const RULES = {
  'files/no-year': 'error',
  'files/year-folder': 'error',
  'files/year': 'error',
  'files/missing': 'error',
  'files/stray': 'error',
  'files/unknown': 'warning',
  'files/upper-case': 'error',
  'files/too-big': 'error',
  'files/encoding': 'error',
  'files/nul': 'error',
  'files/tab': 'error',
  'files/conflict': 'error',
  'front-matter/missing': 'error',
  'front-matter/unclosed': 'error',
  'front-matter/yaml': 'error',
  'front-matter/not-mapping': 'error',
  'front-matter/unknown-key': 'error',
  'front-matter/missing-key': 'error',
  'front-matter/empty': 'error',
  'front-matter/type': 'error',
  'number/form': 'error',
  'number/file-name': 'error',
  'number/duplicate': 'error',
  'number/gap': 'error',
  'number/order': 'error',
  'number/wrong-parent': 'error',
  'number/unknown-parent': 'error',
  'number/depth': 'error',
  'number/no-initiative': 'error',
  'continues/unknown': 'error',
  'continues/twice': 'error',
  'title/missing': 'error',
  'title/empty': 'error',
  'title/glyph': 'error',
  'title/duplicate': 'error',
  'figures/missing': 'error',
  'figures/empty': 'error',
  'figures/year': 'error',
  'figures/number': 'error',
  'figures/not-in-body': 'error',
  'figures/uncovered': 'warning',
  'relistings/numbers': 'error',
  'relistings/not-linked': 'warning',
  'links/dead': 'error',
  'links/dead-anchor': 'error',
  'links/self': 'error',
  'links/scheme': 'error',
  'links/numbers': 'warning',
  'footnotes/undefined': 'error',
  'footnotes/unused': 'error',
  'footnotes/duplicate': 'error',
  'source/differs': 'warning',
  'source/place': 'warning',
  'glossary/duplicate': 'error',
  'body/empty': 'error',
  'body/html': 'error',
  'body/heading': 'error',
  'body/block': 'error',
  'body/nesting': 'error',
  'body/no-result': 'error',
  'body/bullet': 'warning',
  'body/era': 'error',
  'body/brackets': 'warning',
  'body/spaces': 'warning',
} as const satisfies Record<string, Severity>

export type RuleId = keyof typeof RULES

/** One finding of a rule at a place; its severity is the rule's own. */
export function finding(
  rule: RuleId,
  { file, line, column }: Place,
  message: string,
  more: { expected?: string; related?: Place } = {},
): Finding {
  return { file, line, column, rule, severity: RULES[rule], message, ...more }
}
