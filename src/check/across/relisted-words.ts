import { foldWidth } from '../../text/fold.ts'

/** Runs of kanji, of katakana or of letters: what a text is about. Digits and hiragana go on in any text. */
const WORD = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z]{2,}/gu

/** Words that any result may have. */
const COMMON = /^(?:再掲|実施|推進|促進|導入|活用|検討|開催|開始|設置|整備|強化|見直|対応|取組|令和|年度|予定)$/

/**
 * The words of a result that repeats another which do not occur where it leads, where that is most of them: after a
 * renumbering the link leads to another initiative. None where it may well be the right one.
 */
export function strangeWords(relisting: string, target: string): string[] {
  const there = foldWidth(target).toLowerCase()
  const words = new Set((foldWidth(relisting).match(WORD) ?? []).filter((word) => !COMMON.test(word)))
  const strange = [...words].filter((word) => !occurs(word.toLowerCase(), there))
  return strange.length * 2 > words.size ? strange : []
}

/** A compound occurs where most of its pairs of characters do: 公金収納 in 公金の収納. */
function occurs(word: string, text: string): boolean {
  if (text.includes(word)) return true
  const pairs = Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
  return pairs.length > 1 && pairs.filter((pair) => text.includes(pair)).length * 2 > pairs.length
}
