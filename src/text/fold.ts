import { WAVE, plainCharacter } from './characters.ts'

/**
 * What a text says in the characters that the rules are written with, one UTF-16 unit for one, so that offsets stay:
 * full-width letters, digits and signs as ASCII, every wave dash as `～`, radicals as kanji, blanks of any width as one.
 */
export function foldWidth(text: string): string {
  return text.replace(FOLDED, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5d) return String.fromCharCode(code - 0xfee0)
    return character === '~' || WAVE.test(character) ? '～' : plainCharacter(character)
  })
}

const FOLDED = /[！-｝〜∼∾~\u00a0\u1680\u2000-\u200a\u202f\u205f\u2e80-\u2fdf]/g

/** A text by which two writings of one word are the same: `'ＤＸ 推進'` → `'dx推進'`. Offsets do not stay. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
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
