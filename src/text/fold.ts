/** Full-width letters, digits and signs as ASCII, one character for one: offsets stay. `～` keeps its meaning. */
export function foldWidth(text: string): string {
  return text.replace(/[！-｝]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/** A text by which two writings of one word are the same: `'ＤＸ 推進'` → `'dx推進'`. Offsets do not stay. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}
