/** Full-width letters, digits and signs as ASCII, one character for one: offsets stay. `～` keeps its meaning. */
export function foldWidth(text: string): string {
  return text.replace(/[！-｝]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}
