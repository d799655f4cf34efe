const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/

/** Whether an address may stand in a text: https, mail, or one without a scheme that stays on this site. */
export function isOwnAddress(url: string): boolean {
  const plain = withoutBlanks(url)
  const scheme = SCHEME.exec(plain)?.[1]?.toLowerCase()
  return scheme ? scheme === 'https' || scheme === 'mailto' : !/^[/\\]{2}/.test(plain)
}

/** Whether an address names no scheme: a file beside the text's own, or a place in it. */
export function isRelativeAddress(url: string): boolean {
  return !SCHEME.test(withoutBlanks(url))
}

/** Browsers drop blanks and control characters: ` java\tscript:` is `javascript:`. */
function withoutBlanks(url: string): string {
  return url.replace(/[\0-\x20\x7f]/g, '')
}

/** The path that a relative one leads to from a file: `('r7/initiatives/1-1-1-1.md', '../report.md')` → `r7/report.md`. */
export function resolvePath(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
