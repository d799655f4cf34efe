import type { Form } from './forms.ts'

/** Old and variant characters of names and places, each with the one that is written today. */
const TODAY = new Map(
  [
    '濱浜 澤沢 髙高 﨑崎 嵜崎 邊辺 邉辺 齋斎 齊斉 廣広 國国 會会 學学 縣県 應応 櫻桜 嶋島 嶌島 眞真 惠恵 壽寿 德徳 圓円 實実 將将 榮栄 彌弥 豐豊 龜亀 瀧滝 澁渋 濵浜 舘館',
    '鯵鰺 曾曽 增増 藏蔵 條条 晉晋 勳勲 峯峰 檜桧 籠篭 祿禄 禮礼 靜静 與与 繩縄 萬万 驛駅 鐵鉄 鐡鉄 鷗鴎 巖巌 來来 冨富 凜凛 堯尭 遙遥 槇槙 黑黒 靑青 淸清 穗穂 臺台 礪砺 薗園 飜翻 渕淵 渊淵 戶戸 兩両',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

/** ヶ between a kanji or digit and a kanji: 鰺ケ沢, 3カ月, 六箇所. か only where a number or 何, 数 stands before it. */
const SMALL_KA = /^[ヶケヵカ箇]$/
const HAN = /^[\p{Script=Han}々]$/u
const COUNTED = /^[\d一二三四五六七八九十百何数]$/
/** What months, places and years are counted by. */
const COUNTER = /^[月所年国村条町沢]$/

/** A form with the characters that are written today; as long as it was. */
export function foldVariants(form: Form): Form {
  const character = (i: number) => form[i]?.character ?? ''
  const isSmallKa = (i: number) => {
    const [before, after] = [character(i - 1), character(i + 1)]
    if (SMALL_KA.test(character(i))) return (HAN.test(before) || /^\d$/.test(before)) && HAN.test(after)
    return character(i) === 'か' && COUNTED.test(before) && COUNTER.test(after)
  }
  if (!form.some((unit, i) => TODAY.has(unit.character) || isSmallKa(i))) return form
  return form.map((unit, i) => ({
    ...unit,
    character: isSmallKa(i) ? 'ヶ' : (TODAY.get(unit.character) ?? unit.character),
  }))
}
