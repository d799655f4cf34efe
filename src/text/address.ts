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
