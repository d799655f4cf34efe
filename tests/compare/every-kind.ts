import type { Edits } from './edited.ts'

const I = 'r7/initiatives'

/** Edits of the check's base content, one of each kind that a review tells of. Made up for tests. */
export const EVERY_KIND: Edits = {
  [`${I}/1-1-1-1.md`]: (text) => text.replace('R7.4 8事務所体制へ移行', 'R7.4 ９事務所体制へ移行\n- R8.4 支所を設置'),
  // Added in front of one that moves on.
  [`${I}/1-1-1-2.md`]: '---\nnumber: 1-1-1-2\ntitle: 窓口の新設\n---\n\n- 窓口を10か所に新設\n',
  [`${I}/1-1-1-3.md`]: '---\nnumber: 1-1-1-3\ntitle: 分科会の設置\n---\n\n- 分科会を設置（３つの部会）\n',
  [`${I}/1-1-2-1.md`]: (text) => text.replace('title: 事業の見直し', 'title: 事務事業の見直し'),
  [`${I}/1-1-3-1.md`]: (text) => text.replace('【管理職】', '【管理職員】'),
  [`${I}/1-2-1.md`]: (text) => text.replace('別に定める', '要領に定める'),
  [`${I}/1-2-2.md`]: null,
  [`${I}/2-1-1-1.md`]: (text) => text.replaceAll('523', '532').replace('R5: 127, ', ''),
  [`${I}/2-1-1-2.md`]: (text) => text.replace('205件', '206件'),
  'r7/outline.yml': (text) => text.replace('環境の整備', '環境づくり'),
  'r7/report.md': (text) => text.replace('department: 検査課', 'department: 検査室'),
}

/** What the review says of them; the findings follow. */
export const EVERY_CHANGE = {
  added: [{ number: '1-1-1-2', title: '窓口の新設' }],
  removed: [{ number: '1-2-2', title: '環境の適正化' }],
  moved: [{ from: '1-1-1-2', to: '1-1-1-3', title: '分科会の設置' }],
  renamed: [{ number: '1-1-2-1', before: '事業の見直し', after: '事務事業の見直し' }],
  figures: [
    { number: '2-1-1-1', label: '電子契約の件数', year: 'R5', before: 127, after: null },
    { number: '2-1-1-1', label: '電子契約の件数', year: 'R7', before: 523, after: 532 },
  ],
  numbers: [
    { number: '1-1-1-1', resultId: 'r1', before: '8事務所体制', after: '９事務所体制' },
    { number: '2-1-1-1', resultId: 'r1', before: '523件', after: '532件' },
    { number: '2-1-1-2', resultId: 'r1', before: '205件', after: '206件' },
  ],
  sentences: [
    { number: '', resultId: null, before: '検査課', after: '検査室' },
    { number: '1-1-1-1', resultId: 'r1', before: 'R7.4 8事務所体制へ移行', after: 'R7.4 ９事務所体制へ移行' },
    { number: '1-1-1-1', resultId: 'r2', before: null, after: 'R8.4 支所を設置' },
    { number: '1-1-1-3', resultId: 'r2', before: '会議を年12回開催', after: null },
    { number: '1-1-3-1', resultId: null, before: '【管理職】', after: '【管理職員】' },
    { number: '1-2-1', resultId: null, before: '点検の方法は別に定める', after: '点検の方法は要領に定める' },
    {
      number: '2-1-1-1',
      resultId: 'r1',
      before: '庁内、事業者の利用促進\n（R5：127件→R6：1,336件→R7：523件）',
      after: '庁内、事業者の利用促進\n（R5：127件→R6：1,336件→R7：532件）',
    },
    { number: '2-1-1-2', resultId: 'r1', before: '事業の見直し（再掲：205件）', after: '事業の見直し（再掲：206件）' },
  ],
  outline: [{ number: '1-2', before: '環境の整備', after: '環境づくり' }],
}

/** The findings that they bring. */
export const EVERY_FINDING = {
  new: [
    {
      file: `${I}/2-1-1-1.md`,
      line: 10,
      column: 1,
      rule: 'figures/uncovered',
      severity: 'warning',
      message: '年度ごとの数（R5 の 127件）が、初めの figures にありません。書き足すと、グラフとデータに入ります。',
      expected: 'unit: 件、values: { R5: 127, R6: 1336, R7: 532 }',
    },
    {
      file: `${I}/2-1-1-2.md`,
      line: 6,
      column: 10,
      rule: 'relistings/numbers',
      severity: 'error',
      message:
        'この実績の「206件」が、リンクの先（1-1-2-1）と合いません。そこでは「205件」です。どちらが正しいかを確かめてください。',
      expected: '205件',
      related: { file: `${I}/1-1-2-1.md`, line: 6, column: 1 },
    },
  ],
  gone: [],
}
