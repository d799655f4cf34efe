/** Full-width letters, digits and signs as ASCII, one character for one: offsets stay. `～` keeps its meaning. */
export function foldWidth(text: string): string {
  return text.replace(/[！-｝]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/**
 * What a text says, without how it is typed: width, blanks, line ends and invisible characters are no part of it. Two
 * texts that differ only in these are the same one. A blank between two digits parts two numbers, and stays as one blank.
 */
export function foldForm(text: string): string {
  return foldWidth(text)
    .replace(/[｡-ﾟ]+|[ぁ-ヺ][\u3099\u309a]/g, (characters) => characters.normalize('NFKC'))
    .replaceAll('〜', '～')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\d)\s+(?=\d)/g, '\0')
    .replace(/\s+/g, '')
    .replaceAll('\0', ' ')
}
