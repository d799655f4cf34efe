/**
 * Words of a query that say nothing of what is looked for. They are left out where a query is read for its content:
 * `県の貯金はいくらありますか` asks for 県 and 貯金. Exact answers never use this list.
 */
export const FUNCTION_WORDS: readonly { why: string; words: string }[] = [
  {
    why: 'particles: they join words, and every text has them',
    words:
      'は が を に の と で も へ や か から まで より など なんか とか だけ ほど くらい ぐらい しか さえ ずつ ながら って には では とは への との での からの までの について についての に関する に関して に対する に対して における において によって による によると に係る にかかる に向けた に向けて のための のために ため ための ために として としての と共に とともに を通じた を通じて 等 ほか その他',
  },
  {
    why: 'question words: what they ask for stands beside them',
    words:
      '何 なに なん なんで 何で なんの 何の なぜ 何故 どう どうして どうすれば どうなって どうなった どうなる どうやって どのように どのような どのくらい どれくらい どれ どれだけ どの どこ どこで どこに どこが どこの どこまで どんな どちら いつ いつから いつまで いくら いくつ 誰 だれ 誰が 誰に 何件 何人 何社 何回 何年 何億 何億円 何円 何店 何名 何割 何月 何本 何が 何を 何か 何に 何と いかに',
  },
  {
    why: 'what a question ends with',
    words:
      'ある あり あります ありますか あった あれば ない なし ありません いる いて います いますか いた する します しますか した しました して している しています していますか していた しているか してる しない しなかった される されて されている されています された されました できる できます できますか できた できて できない できるか なる なります なった なって なっている なっています なりました です ですか でしょうか でしょう だ だった である ください 下さい ほしい 欲しい したい たい 知りたい 知る 教えて おしえて 見たい 読みたい 探す 探して 調べる 調べて 聞きたい いう という といった というのは 行う 行った 行って 行っている 行われる 行われた われて われた ようと ように ような よう ご お あなた 私 わたし 私たち ちゃんと もっと とても すごく また それ その これ この あの こと もの もん の方 ところ とき 時 場合 わけ はず つもり くれる もらう もらえる れる られる られた せる させる ている ています ていますか てある ておく てしまう ました ます ません ませんか ますか たら れば なら ば た て る い な し う き け',
  },
  {
    why: 'words for the answer itself: every initiative is one of these, or has them',
    words:
      '一覧 一覧表 リスト まとめ 全部 すべて 全て 種類 内容 詳細 詳しく 概要 件 例 事例 話 方法 仕方 やり方 状況 現状 現在 進捗 様子 最新 最近 今 情報を 取組は 取組の内容 有無 理由 意味 とは何',
  },
]

const WORDS = new Set(FUNCTION_WORDS.flatMap(({ words }) => words.split(' ')))
/** Whether a word says nothing of what is looked for. */
export function isFunctionWord(text: string): boolean {
  return WORDS.has(text)
}
