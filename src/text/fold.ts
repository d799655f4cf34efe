/**
 * Full-width letters, digits and signs as ASCII, and every wave dash as `～`, one character for one: offsets stay.
 * A wave dash is `～` on Windows, `〜` on a Mac and on Linux, `~` in half width.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-｝]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[〜∼~]/g, '～')
}

/** A text by which two writings of one word are the same: `'ＤＸ 推進'` → `'dx推進'`. Offsets do not stay. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}
