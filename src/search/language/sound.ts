/**
 * Words by their sound, so that they are found in whatever script they are typed.
 */

/** A reading without what differs in how long vowels are typed: `'きゅうよ'` and `'きゅよ'` → `'きゅよ'`. */
export function soundOf(kana: string): string {
  return inHiragana(kana)
    .replaceAll('ぢ', 'じ')
    .replaceAll('づ', 'ず')
    .replace(/ー|(?<=[うくすつぬふむゆるぐずぶぷゅおこそとのほもよろごぞどぼぽょ])[うお]/g, '')
}

/** `'カスハラ'` → `'かすはら'`. */
export function inHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
}

/**
 * The consonants of an English word, as katakana would write them: `'naming rights'` → `'nmngrts'`. ネーミングライツ,
 * in Latin letters `neeminguraitsu`, has the same.
 */
export function consonantsOf(latin: string): string {
  let word = latin.toLowerCase().replace(/[^a-z]/g, '')
  for (const [pattern, sound] of SOUNDS) word = word.replace(pattern, sound)
  return word
}

/** The same of a word in katakana, by its Latin letters: `'neeminguraitsu'`. There every g is hard. */
export function consonantsOfKatakana(romaji: string): string {
  return consonantsOf(romaji.replaceAll('g', 'gg'))
}

/** In this order. Consonants that Japanese does not tell apart are one. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ti(?=on)/g, 's'],
  [/(?<!g)g(?=[eiy])|j/g, 'z'],
  [/c(?=[eiy])/g, 's'],
  [/sch|sh/g, 's'],
  [/ch|tch|ts(?=u)/g, 't'],
  [/ph/g, 'h'],
  [/gh/g, ''],
  [/th/g, 's'],
  [/wh/g, 'h'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/f/g, 'h'],
  [/v/g, 'b'],
  [/m(?=[pb])/g, 'n'],
  // The r of `internship` is a long vowel in katakana.
  [/r(?![aeiouy])/g, ''],
  [/l/g, 'r'],
  [/^[aeiou]+/, '_'],
  [/[aeiouyw]/g, ''],
  [/(.)\1+/g, '$1'],
]
