import type { YamlError } from '../../text/yaml.ts'
import type { Sentence } from './yaml-mistakes.ts'

/** js-yaml's reasons in the words of somebody who has never heard of YAML; the first that fits counts. */
const REASONS: [reason: RegExp, says: string][] = [
  [/duplicated mapping key/, '同じ名前の行が2つあります。片方を消してください。'],
  [/tab characters/, '行頭にタブ文字があります。半角の空白に置きかえてください。'],
  [
    /indentation|expected ':' after|implicit key|end of the stream or a document separator/,
    'この行が読めません。行頭の空白の数が前後の行とそろっているか、「名前: 値」の形かを確かめてください。' +
      '値が記号（@ ` % & * ! | > [ { など）で始まるとき、値の中に「: 」があるときは、値を " で囲みます。',
  ],
  [
    /within a (?:double|single) quoted scalar/,
    '引用符（" や \'）が閉じていません。値の終わりにも同じ引用符を付けてください。',
  ],
  [
    /within a flow collection|missed comma|expected the node content/,
    'かっこ { } や [ ] の書き方が正しくありません。閉じているか、項目の間が半角の「, 」かを確かめてください。',
  ],
  [
    /escape sequence|hexadecimal character/,
    '" の中の \\ は特別な文字です。\\\\ と2つ続けて書くか、値を \' で囲んでください。',
  ],
  [/alias|anchor/, '値が * や & で始まっています。値を " で囲んでください。'],
  [/tag/, '値が ! で始まっています。値を " で囲んでください。'],
  [/more than one document/, '「---」だけの行がもう1つあります。この行を消してください。'],
  [/complex keys|object-based map/, '名前のところに [ ] や { } があります。「名前: 値」の形に直してください。'],
  [/non-printable/, '見えない制御文字があります。この行を打ち直してください。'],
  [/directive/, '行が % で始まっています。この行を消すか、値を " で囲んでください。'],
]

const CONTROL = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/

/** An error of js-yaml as a Japanese sentence with its place; a reason that nobody has translated is quoted. */
export function yamlErrorSentence(error: YamlError, text: string): Sentence {
  const says = REASONS.find(([reason]) => reason.test(error.reason))?.[1]
  const control = /non-printable/.test(error.reason) ? text.search(CONTROL) : -1
  return {
    offset: control >= 0 ? control : Math.min(error.offset, text.trimEnd().length),
    says: says ?? `YAML として読めません（${error.reason}）。`,
  }
}
