/** Where the guide explains a rule: its heading is the rule's id, from which every viewer drops the slash. */
export function guideLink(rule: string): string {
  return `content/README.md#${rule.replaceAll('/', '')}`
}
