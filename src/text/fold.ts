/**
 * Full-width letters, digits and signs as ASCII, and every wave dash as `～`, one character for one: offsets stay.
 * A wave dash is `～` on Windows, `〜` on a Mac and on Linux, `~` in half width.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-｝]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[〜∼~]/g, '～')
}
