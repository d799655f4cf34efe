import { expect, test } from 'vitest'
import type { Finding } from '../../src/text/finding.ts'
import { checkContent } from './check-content.ts'
import { baseFiles, overlay } from './fixtures.ts'

/**
 * Numbers, years and dates as officers write them: what is right has no finding, what is wrong has one, and following
 * what a finding expects leaves none. A figure is written short: `件 R6: 10, R7: 12`, a change after a bar:
 * `億円 R6: 435 | R6: 48`.
 */

const FILE = 'r7/initiatives/2-1-1-1.md'
const encode = (text: string) => new TextEncoder().encode(text)
const base = baseFiles()

/** An initiative of the report of R7 with these results and figures. */
function fileOf(body: string, figures: readonly string[]): string {
  const lines = figures.flatMap((figure, i) => {
    const [, unit = '', values = '', changes] = /^(\S+) ([^|]*?)(?: \| (.*))?$/.exec(figure) ?? []
    return [
      `  - label: 数値${i + 1}`,
      `    unit: '${unit}'`,
      `    values: { ${values} }`,
      ...(changes ? [`    changes: { ${changes} }`] : []),
    ]
  })
  const yaml = ['number: 2-1-1-1', 'title: 電子契約の促進', ...(lines.length > 0 ? ['figures:', ...lines] : [])]
  return `---\n${yaml.join('\n')}\n---\n\n${body}\n`
}

function findingsOf(text: string): Finding[] {
  return checkContent(overlay(base, [{ path: FILE, bytes: encode(text) }]))
}

const short = ({ rule, line, expected }: Finding) => `${line} ${rule}${expected === undefined ? '' : ` = ${expected}`}`

const RIGHT: [body: string, ...figures: string[]][] = [
  // Whole numbers in each of their own units.
  ['- 参加者 1万2,345人', '人 R7: 12345'],
  ['- 参加者 1万2,345人', '万人 R7: 1.2345'],
  ['- 予算 1兆2,345億円', '億円 R7: 12345'],
  ['- 予算 1兆2,345億円', '兆円 R7: 1.2345'],
  ['- 来場者 3万5千人', '人 R7: 35000'],
  ['- 来場者 3万5千人', '万人 R7: 3.5'],
  ['- 来場者 3万5千人', '千人 R7: 35'],
  ['- 工事費 2億3千万円', '万円 R7: 23000'],
  ['- 工事費 2億3千万円', '億円 R7: 2.3'],
  ['- 工事費 3億2千万円', '万円 R7: 32000'],
  ['- 工事費 3億2,050万円', '億円 R7: 3.205'],
  ['- 工事費 12億3,456万7,890円', '円 R7: 1234567890'],
  ['- 会費 5千円', '千円 R7: 5'],
  ['- 会費 5千円', '円 R7: 5000'],
  ['- 補助 2百万円', '百万円 R7: 2'],
  ['- 補助 2百万円', '万円 R7: 200'],
  ['- 登録者 約1.8万人', '万人 R7: 1.8'],
  ['- 参加者 １万２，３４５人', '人 R7: 12345'],
  ['- 参加者 三百二十人', '人 R7: 320'],
  ['- 締結先 十二社', '社 R7: 12'],
  ['- 参加者 三万五千人', '人 R7: 35000'],
  ['- 参加者 1万余人', '万人 R7: 1'],
  ['- 100余りの団体が参加', '団体 R7: 100'],
  ['- 満足度 85.3％', '% R7: 85.3'],
  ['- 1,234,567件を処理', '件 R7: 1234567'],
  ['- 病床 95 機関', '機関 R7: 95'],
  // Changes in words.
  ['- 作業時間を1,200時間削減', '時間 R7: 1200'],
  ['- 職員30人減', '人 R7: 30'],
  ['- 職員30人減', '人 R7: -30'],
  ['- 残業 3割短縮', '割 R7: 3'],
  ['- R6 残高：435億円（48億円増加）', '億円 R6: 435 | R6: 48'],
  ['- R6 残高：8,371億円（452億円の減少）', '億円 R6: 8371 | R6: -452'],
  ['- R6 残高：8,371億円（対前年度比△452億円）', '億円 R6: 8371 | R6: -452'],
  ['- R6 残高：8,371億円（前年度比 452億円減）', '億円 R6: 8371 | R6: -452'],
  ['- 回答率85.3%（前年度比2.3ポイント増）', '% R7: 85.3 | R7: 2.3'],
  ['- 12件（R6より2件増）', '件 R7: 12 | R7: 2'],
  ['- 12件（前年度から2件増加）', '件 R7: 12 | R7: 2'],
  ['- 気温 マイナス5度', '度 R7: -5'],
  // Years, before and behind their numbers.
  ['- 127件（R5実績）、336件（R6実績）、524件（R7実績）', '件 R5: 127, R6: 336, R7: 524'],
  ['- 127件(R5)、336件(R6)', '件 R5: 127, R6: 336'],
  ['- R元：12件', '件 R1: 12'],
  ['- 令和元年度12件', '件 R1: 12'],
  ['- R7年4月～R8年1月：12件', '件 R7: 12'],
  ['- R7.4〜R8.1：12件', '件 R7: 12'],
  ['- 令和6年度10件、7年度12件', '件 R6: 10, R7: 12'],
  ['- 平成30年度8件、令和元年度9件、2年度10件', '件 H30: 8, R1: 9, R2: 10'],
  ['- 2024年度：10件、2025年度：12件', '件 R6: 10, R7: 12'],
  ['- 令和6（2024）年度10件、令和7（2025）年度12件', '件 R6: 10, R7: 12'],
  ['- R6→R7：10件→12件', '件 R6: 10, R7: 12'],
  ['- 10件→12件（R6→R7）', '件 R6: 10, R7: 12'],
  ['- R5・R6・R7：10件・11件・12件', '件 R5: 10, R6: 11, R7: 12'],
  ['- 昨年度10件、今年度12件', '件 R6: 10, R7: 12'],
  ['- 一昨年度8件、昨年度10件', '件 R5: 8, R6: 10'],
  ['- 来年度は5件を予定', '件 R8: 5'],
  ['- R7：12件（前年度10件）', '件 R6: 10, R7: 12'],
  ['- Ｒ６：１０件、Ｒ７：１２件', '件 R6: 10, R7: 12'],
  ['- 令和６年度１０件、令和７年度１２件', '件 R6: 10, R7: 12'],
  ['- 令和七年度 12件', '件 R7: 12'],
  ['- R8〜R10：各5件', '件 R9: 5'],
  ['- R8年1月に5件', '件 R7: 5'],
  ['- H31年4月に5件', '件 H31: 5'],
  ['- 令和7年 12件', '件 R7: 12'],
  ['- R6年度末 10件、R7年度末 12件', '件 R6: 10, R7: 12'],
  ['- R5～R7で計30件', '件 R7: 30'],
  ['- R6の実績\n  - 10件', '件 R6: 10'],
  ['### 【R8当初予算】\n\n- 見直し（205件）', '件 R8: 205'],
  // Letters and numbers that are no years.
  ['- Amazon S3への移行'],
  ['- 水素（H2）の活用'],
  ['- 冷媒R32の空調を3台導入', '台 R7: 3'],
  ['- 冷媒R410の空調を更新'],
  ['- R410Aの回収'],
  ['- 国道R280号の除雪'],
  ['- S100形の車両'],
  ['- H3ロケットの見学'],
  ['- R134aの回収'],
  ['- AI-OCR、RPA、Office365の利用'],
  ['- 県庁北5LABO'],
  ['- S56以前の建物を点検'],
  ['- H17に合併した市町村'],
  ['- R20完成予定、R32年度まで延長'],
  ['- 2050年カーボンニュートラル'],
  // Dates, lists and other numbers.
  ['- R7.4.1 施行、令和7年4月30日 公布、2月29日 点検'],
  ['- 7月31日、12月31日'],
  ['- 2,3人の班で10,20代の意見を聴取'],
  ['- 国道7、101号の改良'],
  ['- 第3回（R6）、第4回（R7）の開催'],
  ['- 数千人、数十件、10数社'],
  ['- 一人ひとりに寄り添う、四国、十和田市、千葉県、三沢市'],
  ['- 24時間365日、10:30開始、1/2補助'],
  ['- 8.371億円', '億円 R7: 8.371'],
  // Words that look like marks.
  ['- 新聞に再掲載、要綱を再掲示'],
  ['- A)案と比較'],
  ['- 比較したA)案、案1）、案2）'],
  ['- A B C 評価'],
  ['- ー（該当なし）'],
]

test.each(RIGHT)('%j is right with %j', (body, ...figures) => {
  expect(findingsOf(fileOf(body, figures)).map(short)).toEqual([])
})

test('there are many of them', () => expect(RIGHT.length).toBeGreaterThanOrEqual(80))

/**
 * What is wrong, the one thing that is said of it, and how a reader of it mends the file: what stands there, and what is
 * written instead. Lines are those of the file, whose body begins behind its figures.
 */
const WRONG: [body: string, figures: string[], says: string, from: string, to: string][] = [
  // A part of a number is no number.
  ['- 参加者 1万2,345人', ['人 R7: 2345'], '10 figures/not-in-body', '2345 }', '12345 }'],
  ['- 予算 1兆2,345億円', ['億円 R7: 2345'], '10 figures/not-in-body', '2345 }', '12345 }'],
  ['- 来場者 3万5千人', ['千人 R7: 5'], '10 figures/not-in-body', ': 5 }', ': 35 }'],
  ['- 工事費 2億3千万円', ['千万円 R7: 3'], '10 figures/not-in-body', ': 3 }', ': 23 }'],
  [
    '- 登録者 約1.8万人',
    ['人 R7: 18000'],
    '6 figures/not-in-body = unit: 万人、values: { R7: 1.8 }',
    "'人'\n    values: { R7: 18000 }",
    "'万人'\n    values: { R7: 1.8 }",
  ],
  ['- 残高 8,371億円', ['億 R7: 8371'], '6 figures/not-in-body = unit: 億円', "'億'", "'億円'"],
  ['- 残高 8,371億円', ['円 R7: 8371'], '6 figures/not-in-body = unit: 億円', "'円'", "'億円'"],
  [
    '- R5：127件→R6：336件→R7：523件',
    ['人 R5: 127, R6: 336, R7: 523'],
    '6 figures/not-in-body = unit: 件',
    "'人'",
    "'件'",
  ],
  ['- 5回線を整備', ['回 R7: 5'], '6 figures/not-in-body = unit: 回線', "'回'", "'回線'"],
  // Years.
  [
    '- 127件（R5実績）、336件（R6実績）、524件（R7実績）',
    ['件 R7: 127, R5: 336, R6: 524'],
    '7 figures/not-in-body = values: { R5: 127, R6: 336, R7: 524 }',
    'R7: 127, R5: 336, R6: 524',
    'R5: 127, R6: 336, R7: 524',
  ],
  [
    '- R6→R7：10件→12件',
    ['件 R6: 12, R7: 10'],
    '7 figures/not-in-body = values: { R6: 10, R7: 12 }',
    'R6: 12, R7: 10',
    'R6: 10, R7: 12',
  ],
  ['- R4：10件', ['件 R5: 10'], '10 figures/not-in-body', 'R4', 'R5'],
  ['### 【R5決算】\n\n- 残高：435億円(+48億円)', ['億円 R6: 435 | R6: 48'], '13 figures/not-in-body', 'R5', 'R6'],
  ['- R77：10件', ['件 R7: 10'], '10 body/era', 'R77', 'R7'],
  ['- R77：10件', [], '6 body/era', 'R77', 'R7'],
  ['- R0：10件', ['件 R7: 10'], '10 body/era = R1 以上の年（R7）', 'R0', 'R7'],
  ['- R7.13：10件', ['件 R7: 10'], '10 body/era = 1から12までの月（R7.4）', 'R7.13', 'R7.12'],
  ['- H7：523件', ['件 R7: 523'], '10 figures/not-in-body', 'H7', 'R7'],
  ['- H7：523件', [], '6 body/era-doubtful', 'H7', 'R7'],
  ['- R25 に対応', [], '6 body/era-doubtful', 'R25', '令和25年度'],
  ['- EOS R7を購入', [], '6 body/era-doubtful', 'EOS R7', 'EOSのR7型'],
  ['- 令和77年度に完成', [], '6 body/era', '77', '7'],
  ['- H32年度に完成', [], '6 body/era = H1 から H31 までの年', 'H32', 'R2'],
  ['- 平成40年度に完成', [], '6 body/era = H1 から H31 までの年', '平成40', '令和10'],
  // Days.
  ['- 7月32日に開催', [], '6 body/era = 7月にある日', '32', '31'],
  ['- 4月31日に開催', [], '6 body/era = 4月にある日', '31', '30'],
  ['- 13月1日に開催', [], '6 body/era = 1から12までの月', '13', '12'],
  ['- R7.2.29 開催', [], '6 body/era = 2月にある日', '29', '28'],
  ['- 令和7年2月30日 開催', [], '6 body/era = 2月にある日', '30', '28'],
  ['- ２月３０日 開催', [], '6 body/era = 2月にある日', '３０', '２８'],
  // Numbers that nobody can read.
  ['- R7：5O3件', ['件 R7: 503'], '10 body/number = 503', '5O3', '503'],
  ['- R7：5O3件', ['件 R7: 3'], '10 body/number = 503', '5O3', '3'],
  ['- １２l件', [], '6 body/number = 121', '１２l', '121'],
  ['- 5〇3件を処理', [], '6 body/number = 503', '5〇3', '503'],
  ['- 1O,000人', ['人 R7: 10000'], '10 body/number = 10,000', '1O,000', '10,000'],
  ['- 残高 8.371億円', ['億円 R7: 8371'], '10 figures/not-in-body', '8.371', '8,371'],
  ['- 残高 8、371億円', ['億円 R7: 8371'], '10 figures/not-in-body = 8,371', '8、371', '8,371'],
  ['- 残高 8、371億円', [], '6 body/number-doubtful', '8、371', '8,371'],
  ['- 残高 8,37億円', [], '6 body/number-doubtful', '8,37', '837'],
  ['- 来場 12,3456人', [], '6 body/number-doubtful', '12,3456', '123,456'],
  ['- 残高 8,371億円', ['億円 R7: 8.371'], '10 figures/not-in-body', '8.371', '8371'],
  // Another number, at the body's line.
  [
    '- 利用促進\\\n  （R5:127件→R6:363件→R7:523件）',
    ['件 R5: 127, R6: 336, R7: 523'],
    '11 figures/not-in-body',
    '363',
    '336',
  ],
  ['- 残高 △5億円', ['億円 R7: 5'], '10 figures/not-in-body', '△5', '5'],
  ['- R6 残高：8,371億円(△452億円)', ['億円 R6: 8371 | R6: 452'], '11 figures/not-in-body', ': 452', ': -452'],
  ['- 減額 30人減', ['人 R7: 31'], '10 figures/not-in-body', '31', '30'],
  ['- 昨年度10件、今年度12件', ['件 R6: 10, R7: 13'], '10 figures/not-in-body', '13', '12'],
  ['- 数は伏せる', ['件 R7: 13'], '7 figures/not-in-body', '数は伏せる', '13件'],
  // A series without a figure.
  [
    '- 127件（R5実績）、336件（R6実績）',
    [],
    '6 figures/uncovered = unit: 件、values: { R5: 127, R6: 336 }',
    'title: 電子契約の促進',
    'title: 電子契約の促進\nfigures:\n  - label: 件数\n    unit: 件\n    values: { R5: 127, R6: 336 }',
  ],
  [
    '- 令和6年度1万2千人、7年度1万3千人',
    [],
    '6 figures/uncovered = unit: 人、values: { R6: 12000, R7: 13000 }',
    'title: 電子契約の促進',
    'title: 電子契約の促進\nfigures:\n  - label: 人数\n    unit: 人\n    values: { R6: 12000, R7: 13000 }',
  ],
]

test.each(WRONG)('%j is wrong with %j: %s', (body, figures, says, from, to) => {
  const text = fileOf(body, figures)
  expect(findingsOf(text).map(short)).toEqual([says])
  expect(text).toContain(from)
  expect(findingsOf(text.replace(from, to)).map(short)).toEqual([])
})

test('what a figure expects stands there word for word when it is followed', () => {
  for (const [, , says, , to] of WRONG) {
    const [, expected] = says.split(' = ')
    if (!expected || !says.includes('figures/')) continue
    const words = expected.split(/、(?=values)/).flatMap((part) => part.replace(/^unit: /, ''))
    for (const word of words) expect(to).toContain(word.replace(/^values: \{ | \}$/g, ''))
  }
})
