import { foldVariants } from './variants.ts'
import { type Form, formsOf, normalise, textOf } from './forms.ts'

/**
 * The loose form: spellings that mean the same word come out alike, `取り組み`・`取組み`・`取組` → `取組`, `サーバー` → `サーバ`, `濱` → `浜`.
 * Only forgiven matches rest on it, and they are always shown as such, below exact ones.
 */
export function looseFormOf(text: string): Form {
  return loosenForm(formsOf(text)[0] ?? [])
}

/** The loose form of a text whose exact form is known. */
export function loosenForm(exact: Form): Form {
  const dropped = new Set<number>()
  for (const { 0: part, index } of textOf(exact).matchAll(DROPPED)) {
    for (let i = index; i < index + part.length; i++) dropped.add(i)
  }
  if (dropped.size === 0) return foldVariants(exact)
  const form: Form = []
  let offset = 0
  for (const unit of exact) {
    const last = form.at(-1)
    // What is dropped still belongs to the character before it: `取組` is marked as `取り組み`.
    if (!dropped.has(offset)) form.push({ ...unit })
    else if (last && unit.character !== '・') last.end = unit.end
    offset += unit.character.length
  }
  return foldVariants(form)
}

/** `'取り組みの強化'` → `'取組の強化'`. */
export function loosen(text: string): string {
  return textOf(looseFormOf(text))
}

/** Every form that a text is looked for in, its own and the loose one: `'取り組み'` → `['取り組み', '取組']`. */
export function allFormsOf(text: string): string[] {
  return [...new Set([...normalise(text), loosen(text)])]
}

/**
 * Okurigana: one or two hiragana after a kanji that end in the i or e column, as the stem of a verb does (取り, 上げ, 合わせ),
 * before a kanji, a particle or anything that is not hiragana. Particles that end so (に, で, へ, より) stay: they part words.
 */
const OKURIGANA =
  /(?<=[\p{Script=Han}々])(?![にでへ]|より|まで|して|ので|のに|には|では|とき|とし)[ぁ-ん]?[いきしちひみりぎじびけげせてねべめれえ](?=[のをにはがでともやへ]|[^ぁ-ん]|$)/u

/** The long vowel that ends a katakana word of three and more letters: `サーバー`, `ユーザー`. */
const LAST_LONG_VOWEL = /(?<=[ァ-ヺー]{2}[ァ-ヺ])ー(?![ァ-ヺー])/

/** The point between katakana words: `リスク・マネジメント`. */
const MIDDLE_POINT = /(?<=[ァ-ヺー])・(?=[ァ-ヺ])/

/** The dash between a year or month and what begins then: `R8～運用開始`. */
const FROM = /(?<=(?<![a-z\d])[rhs]\d{1,2}(?:\.\d{1,2})?)~(?=[^~])/

const DROPPED = new RegExp([OKURIGANA, LAST_LONG_VOWEL, MIDDLE_POINT, FROM].map(({ source }) => source).join('|'), 'gu')

/** Words written in kana as well as in kanji, which no rule of okurigana brings together. */
export const KANA_SPELLINGS = [
  ['取りまとめ', 'とりまとめ'],
  ['取り組み', 'とりくみ'],
  ['見直し', '見なおし', 'みなおし'],
  ['引き上げ', 'ひきあげ'],
  ['受け入れ', 'うけいれ'],
  ['目指す', 'めざす'],
  ['様々', 'さまざま'],
  ['子供', '子ども', 'こども'],
]
