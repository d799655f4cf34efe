/**
 * Characters that are typed for others which look like them, each with the script that must stand on one of its sides at
 * least, and no other script than its own on the other: `サ一バ一` → `サーバー`, `ニ次` → `二次`, `ホームぺージ` → `ホームページ`.
 */
const KATAKANA = /[ァ-ヺー]/
const HAN = /[\p{Script=Han}々]/u

const IN_KATAKANA: Record<string, string> = {
  一: 'ー',
  へ: 'ヘ',
  べ: 'ベ',
  ぺ: 'ペ',
  り: 'リ',
  二: 'ニ',
  口: 'ロ',
  力: 'カ',
  工: 'エ',
  夕: 'タ',
  卜: 'ト',
  八: 'ハ',
  才: 'オ',
  千: 'チ',
  三: 'ミ',
}

const IN_HAN: Record<string, string> = {
  ー: '一',
  ニ: '二',
  ロ: '口',
  カ: '力',
  エ: '工',
  タ: '夕',
  ト: '卜',
  ハ: '八',
  オ: '才',
  チ: '千',
  ミ: '三',
}

/** A text in normal form with look-alikes as their neighbours say that they are meant; as long as it was. */
export function foldLookAlikes(text: string): string {
  const isIn = (script: RegExp, i: number, lookAlikes: Record<string, string>): boolean => {
    const sides = [i - 1, i + 1].map((at) => text.charAt(at)).filter((side) => /[\p{L}ー]/u.test(side))
    return (
      sides.some((side) => script.test(side)) && sides.every((side) => script.test(side) || Object.hasOwn(lookAlikes, side))
    )
  }
  // By UTF-16, so that offsets stay.
  const characters = text.split('')
  const folded = characters.map((character, i) => {
    if (Object.hasOwn(IN_KATAKANA, character) && isIn(KATAKANA, i, IN_KATAKANA)) return IN_KATAKANA[character]
    if (Object.hasOwn(IN_HAN, character) && isIn(HAN, i, IN_HAN)) return IN_HAN[character]
    return character
  })
  return folded.join('')
}
