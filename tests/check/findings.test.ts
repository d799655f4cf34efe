import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { baseFiles, caseFiles, caseNames, shortForm } from './fixtures.ts'

/**
 * Each folder of tests/fixtures/check and everything that the checker says of it, nothing more:
 * `file:line:column rule > related place = what is expected`. `~` stands for `r7/initiatives`.
 */
const CASES: [name: string, says: string[]][] = [
  ['accepts-byte-order-mark', []],
  ['accepts-windows-line-ends', []],
  ['accepts-glossary-and-readme', []],
  ['accepts-list-marks-and-mixed-brackets', []],
  ['accepts-figures-in-any-writing', []],
  ['accepts-series-and-years-of-the-parent', []],
  ['accepts-paragraphs-beside-results', []],
  ['accepts-summaries', []],
  ['summary-without-words', ['r7/summary.en.md:1:1 body/block', 'r7/summary.ja.md:1:1 body/empty']],
  [
    'summary-with-faults',
    [
      'r7/summary.en.md:1:1 body/heading = ## 趣旨',
      'r7/summary.en.md:3:5 body/html',
      'r7/summary.en.md:3:21 links/dead = initiatives/1-1-2-1.md の形の、同じ報告書にある取組',
      'r7/summary.en.md:3:56 links/scheme = https://example.jp/',
    ],
  ],
  ['no-year-folder', ['.:1:1 files/no-year = r7 のような名前のフォルダー']],
  ['year-folder-in-capitals', ['R8:1:1 files/year-folder = r7 の形（小文字の r と年度の数字）']],
  ['year-differs-from-folder', ['r7/report.md:3:7 files/year = R7']],
  ['year-differs-and-figures-hold-by-it', ['r7/report.md:3:7 files/year = R7']],
  ['outline-missing', ['r7/outline.yml:1:1 files/missing = r7/outline.yml']],
  ['report-missing', ['r7/report.md:1:1 files/missing = r7/report.md']],
  ['no-initiatives', ['r7/initiatives:1:1 files/missing = r7/initiatives/1-1-1-1.md など']],
  ['outline-with-other-ending', ['r7/outline.yaml:1:1 files/upper-case = r7/outline.yml']],
  ['stray-file-in-initiatives', ['~/memo.txt:1:1 files/stray = 番号.md という名前のファイルだけ']],
  ['folder-in-initiatives', ['~/old/1-1-1-1.md:1:1 files/stray = 番号.md という名前のファイルだけ']],
  ['initiative-outside-its-folder', ['r7/1-1-1-3.md:1:1 files/stray = r7/initiatives/1-1-1-3.md']],
  ['initiative-moved-out-of-its-folder', ['r7/1-1-2-1.md:1:1 files/stray = r7/initiatives/1-1-2-1.md']],
  ['initiative-moved-into-a-subfolder', ['~/new/1-1-2-1.md:1:1 files/stray = r7/initiatives/1-1-2-1.md']],
  ['initiatives-folder-renamed', ['r7/initiative/1-1-1-1.md:1:1 files/stray = r7/initiatives/1-1-1-1.md']],
  [
    'unknown-file-in-year-folder',
    [
      'r7/memo.docx:1:1 files/unknown = outline.yml、report.md、corrections.yml、errata.yml、source.md、summary.ja.md、summary.en.md と initiatives フォルダー',
    ],
  ],
  ['upper-case-ending', ['~/2-1-1-2.MD:1:1 files/upper-case = r7/initiatives/2-1-1-2.md']],
  ['shift-jis', ['~/1-1-1-1.md:3:8 files/encoding = UTF-8 の文字']],
  ['one-byte-not-utf-8', ['~/1-1-1-1.md:3:9 files/encoding = UTF-8 の文字']],
  ['nul-character', ['~/1-1-1-1.md:6:9 files/nul']],
  ['tab-in-body', ['~/1-1-1-1.md:6:7 files/tab = 半角の空白']],
  ['tab-in-front-matter', ['~/2-1-1-1.md:6:3 files/tab = 半角の空白']],
  [
    'front-matter-missing',
    ['~/1-1-1-1.md:1:1 front-matter/missing = 1行目に「---」、次の行から「名前: 値」、終わりに「---」だけの行'],
  ],
  [
    'front-matter-empty-file',
    ['~/1-1-1-1.md:1:1 front-matter/missing = 1行目に「---」、次の行から「名前: 値」、終わりに「---」だけの行'],
  ],
  [
    'front-matter-unclosed',
    ['~/1-1-1-1.md:1:1 front-matter/unclosed = 1行目に「---」、次の行から「名前: 値」、終わりに「---」だけの行'],
  ],
  ['front-matter-closed-by-other-hyphens', ['~/1-1-1-1.md:4:1 front-matter/unclosed = ---']],
  [
    'front-matter-is-a-list',
    ['~/1-1-1-1.md:2:1 front-matter/not-mapping = title: 電子契約の促進 のような「名前: 値」の行'],
  ],
  [
    'front-matter-has-nothing',
    ['~/1-1-1-1.md:2:1 front-matter/not-mapping = title: 電子契約の促進 のような「名前: 値」の行'],
  ],
  ['yaml-colon-in-value', ['~/1-1-1-1.md:3:11 front-matter/yaml = title: "事務所: 見直し"']],
  ['yaml-indentation', ['~/2-1-1-1.md:6:4 front-matter/yaml']],
  ['yaml-quote-unclosed', ['~/1-1-1-1.md:3:8 front-matter/yaml = title: "事務所"']],
  ['yaml-bracket-unclosed', ['~/2-1-1-1.md:7:41 front-matter/yaml']],
  ['yaml-full-width-colon', ['~/1-1-1-1.md:3:6 front-matter/yaml = title: 値']],
  ['yaml-no-space-after-colon', ['~/1-1-1-1.md:3:6 front-matter/yaml = title: 値']],
  ['yaml-indented-by-full-width-space', ['~/2-1-1-1.md:6:1 front-matter/yaml = 半角の空白']],
  ['yaml-full-width-comma-in-braces', ['~/2-1-1-1.md:7:22 front-matter/yaml = { R6: 336, R7: 523 }']],
  ['yaml-full-width-braces', ['~/2-1-1-1.md:7:13 front-matter/yaml = { R6: 336, R7: 523 }']],
  ['yaml-braces-left-out', ['~/2-1-1-1.md:7:13 front-matter/yaml = values: { R5: 127, R6: 1336, R7: 523 }']],
  ['yaml-value-begins-with-a-mark', ['~/2-1-1-1.md:3:8 front-matter/yaml = title: "[新規] 電子契約の促進"']],
  ['duplicated-key', ['~/1-1-1-1.md:4:1 front-matter/yaml']],
  ['unknown-key', ['~/1-1-1-1.md:4:1 front-matter/unknown-key = figures']],
  ['required-key-mistyped', ['~/1-1-1-1.md:3:1 front-matter/unknown-key = title']],
  ['required-key-in-japanese', ['~/1-1-1-1.md:3:1 front-matter/unknown-key = title']],
  ['number-missing', ['~/1-1-1-1.md:2:1 front-matter/missing-key = number: 2-1-3-1 の形の番号']],
  ['number-empty', ['~/1-1-1-1.md:2:1 front-matter/empty = 2-1-3-1 の形の番号']],
  ['title-is-a-number', ['~/1-1-1-1.md:3:8 front-matter/type = 文字']],
  ['figures-is-no-list', ['~/1-1-1-1.md:4:10 front-matter/type = 「- 」で始まる行の一覧']],
  ['continues-has-another-form', ['~/1-1-1-1.md:4:12 number/form = 2-1-3-1 の形（半角の数字とハイフン）']],
  [
    'continues-what-the-year-before-has-not',
    ['r8/initiatives/1-1-1.md:4:12 continues/unknown = r7/initiatives にある取組の番号'],
  ],
  ['continues-a-namesake-by-another-number', ['r8/initiatives/1-1-1.md:4:12 continues/unknown = 1-1-1-2']],
  ['continues-what-another-continues', ['r8/initiatives/1-1-2.md:4:12 continues/twice > r8/initiatives/1-1-1.md:4:12']],
  [
    'namesake-in-another-section',
    ['r8/initiatives/1-1-1.md:3:8 continues/namesake > r7/initiatives/1-2-2.md:1:1 = continues: 1-2-2'],
  ],
  ['accepts-a-renamed-section', []],
  [
    'figure-stated-otherwise-the-year-before',
    ['r8/initiatives/1-1-1.md:6:3 figures/other-year > r7/initiatives/2-1-1-1.md:1:1'],
  ],
  [
    'link-into-another-year',
    [
      'r8/initiatives/1-1-1.md:6:6 links/dead = 1-1-2-1.md の形の、同じ報告書にある取組',
      'r8/initiatives/1-1-1.md:7:6 links/dead = 1-1-2-1.md の形の、同じ報告書にある取組',
    ],
  ],
  ['accepts-continues-of-the-year-before', []],
  ['accepts-continues-without-a-year-before', []],
  ['report-published-impossible', ['r7/report.md:4:12 front-matter/type = 2026-02 の形の年月']],
  ['report-department-missing', ['r7/report.md:2:1 front-matter/missing-key = department: 文字']],
  [
    'report-front-matter-missing',
    ['r7/report.md:1:1 front-matter/missing = 1行目に「---」、次の行から「名前: 値」、終わりに「---」だけの行'],
  ],
  ['corrections-without-reason', ['r7/corrections.yml:2:5 front-matter/missing-key = reason: 文字']],
  ['corrections-link-of-another-form', ['r7/corrections.yml:4:9 front-matter/type = 1-1-2-2 または 1-1-2-2#r1 の形']],
  ['number-of-another-form', ['~/1-1-1-1.md:2:9 number/form = 2-1-3-1 の形（半角の数字とハイフン）']],
  ['number-in-full-width', ['~/1-1-1-1.md:2:9 number/form = 2-1-3-1 の形（半角の数字とハイフン）']],
  ['number-differs-from-file-name', ['~/1-1-1-1.md:2:9 number/file-name = 1-1-1-1']],
  ['file-name-is-no-number', ['~/denshi.md:2:9 number/file-name = 2-1-1-2.md']],
  ['copied-file-keeps-its-number', ['~/1-1-1-3.md:2:9 number/duplicate > ~/1-1-1-1.md:2:9 = 1-1-1-3']],
  ['gap-between-files', ['~/1-1-1-4.md:2:9 number/gap > ~/1-1-1-2.md:2:9 = 1-1-1-3']],
  ['first-file-missing', ['~/1-1-1-2.md:2:9 number/gap = 1-1-1-1']],
  ['gap-without-subsections', ['~/1-2-2.md:2:9 number/gap = 1-2-1']],
  [
    'unknown-subsection',
    ['~/2-1-2-1.md:2:9 number/unknown-parent > r7/outline.yml:20:17 = outline.yml にある項目か小項目の番号'],
  ],
  [
    'unknown-viewpoint',
    ['~/3-1-1-1.md:2:9 number/unknown-parent > r7/outline.yml:1:1 = outline.yml にある項目か小項目の番号'],
  ],
  ['initiative-above-subsections', ['~/1-1-4.md:2:9 number/depth > r7/outline.yml:6:17 = 1-1-1-1 の形の番号']],
  [
    'initiative-below-section-without-subsections',
    ['~/1-2-3-1.md:2:9 number/depth > r7/outline.yml:15:17 = 1-2-1 の形の番号'],
  ],
  ['outline-lost-its-subsections', ['~/2-1-1-1.md:2:9 number/depth > r7/outline.yml:20:17 = 2-1-1 の形の番号']],
  ['heading-without-initiative', ['r7/outline.yml:13:21 number/no-initiative = initiatives/1-1-3-1.md']],
  ['outline-gap', ['r7/outline.yml:11:21 number/gap > r7/outline.yml:9:21 = 1-1-2']],
  ['outline-duplicate', ['r7/outline.yml:11:21 number/duplicate > r7/outline.yml:9:21 = 1-1-2']],
  ['outline-order', ['r7/outline.yml:9:21 number/order > r7/outline.yml:11:21 = 1-1-1']],
  ['outline-heading-under-another', ['r7/outline.yml:23:21 number/wrong-parent = 2-1-1']],
  ['outline-viewpoint-renumbered', ['r7/outline.yml:17:14 number/gap > r7/outline.yml:3:14 = 2']],
  ['outline-number-of-another-form', ['r7/outline.yml:15:17 number/form = 1-2 の形の番号']],
  ['outline-misspelt-key', ['r7/outline.yml:22:9 front-matter/unknown-key = subsections']],
  ['outline-title-missing', ['r7/outline.yml:15:9 title/missing = title: 文字']],
  ['title-missing', ['~/1-1-1-1.md:2:1 title/missing = title: 文字']],
  ['title-empty', ['~/1-1-1-1.md:3:9 title/empty = 1文字以上の文字']],
  ['title-is-a-comment', ['~/1-1-1-1.md:3:1 title/empty = 文字']],
  ['title-with-initiative-glyph', ['~/1-1-1-1.md:3:8 title/glyph = 事務所の見直し']],
  ['title-with-result-glyph', ['~/1-1-1-1.md:3:9 title/glyph = 事務所の見直し']],
  ['subsection-with-glyph', ['r7/outline.yml:10:20 title/glyph = 組織の見直し']],
  ['section-with-glyph', ['r7/outline.yml:7:16 title/glyph = 組織体制の構築']],
  ['viewpoint-with-digit', ['r7/outline.yml:4:12 title/glyph = 組織と人財']],
  ['same-title-in-one-subsection', ['~/1-1-1-2.md:3:8 title/duplicate > ~/1-1-1-1.md:3:8']],
  ['title-with-impossible-month', ['~/1-1-1-1.md:3:8 body/era = 1から12までの月（R7.4）']],
  ['title-with-open-bracket', ['~/1-1-1-1.md:3:11 body/brackets = 終わりのかっこ 」']],
  ['quotation-mark-not-closed', ['~/1-1-1-1.md:3:8 body/brackets = 終わりのかっこ ”']],
  ['figure-without-unit', ['~/2-1-1-1.md:5:5 figures/missing = unit: 文字']],
  ['figure-label-empty', ['~/2-1-1-1.md:5:13 figures/empty = 1文字以上の文字']],
  ['figure-without-values', ['~/2-1-1-1.md:7:13 figures/empty = 年度と値の組が1つ以上']],
  ['figure-year-of-another-form', ['~/2-1-1-1.md:7:15 figures/year = R7 の形の年度']],
  ['figure-value-is-text', ['~/2-1-1-1.md:7:28 figures/number = 数']],
  ['figure-in-full-width', ['~/2-1-1-1.md:7:28 figures/number = 数']],
  ['figure-with-thousands-separator', ['~/2-1-1-1.md:7:29 figures/number = 数']],
  ['figure-with-thousands-separator-unquoted', ['~/2-1-1-1.md:7:30 figures/number = { R6: 1336 } の形']],
  ['figure-not-in-body', ['~/2-1-1-1.md:11:7 figures/not-in-body > ~/2-1-1-1.md:7:19']],
  ['figure-beside-another', ['~/2-1-1-1.md:14:11 figures/not-in-body > ~/2-1-1-1.md:10:19']],
  ['figure-of-another-year', ['~/2-1-1-1.md:11:7 figures/not-in-body > ~/2-1-1-1.md:7:19']],
  ['figure-of-years-before', ['~/1-1-2-1.md:10:13 figures/not-in-body > ~/1-1-2-1.md:7:19']],
  ['figure-in-another-unit', ['~/2-1-1-1.md:6:11 figures/not-in-body > ~/2-1-1-1.md:11:7 = unit: 件']],
  ['figure-in-half-a-unit', ['~/1-1-2-1.md:6:11 figures/not-in-body > ~/1-1-2-1.md:10:22 = unit: 億円']],
  ['figure-change-with-another-sign', ['~/2-1-1-1.md:11:17 figures/not-in-body > ~/2-1-1-1.md:8:20']],
  ['series-without-figure', ['~/2-1-1-1.md:6:1 figures/uncovered = unit: 件、values: { R5: 127, R6: 1336, R7: 523 }']],
  [
    'series-with-a-year-left-out',
    ['~/2-1-1-1.md:10:1 figures/uncovered = unit: 件、values: { R5: 127, R6: 1336, R7: 523 }'],
  ],
  ['second-series-without-figure', ['~/2-1-1-1.md:12:1 figures/uncovered = unit: %、values: { R6: 41.6, R7: 85.3 }']],
  ['relisting-with-another-number', ['~/2-1-1-2.md:6:10 relistings/numbers > ~/1-1-2-1.md:6:1 = 205件']],
  ['relisting-with-a-smaller-number', ['~/2-1-1-2.md:6:10 relistings/numbers > ~/1-1-2-1.md:6:1 = 205件']],
  ['related-result-with-another-number', ['~/2-1-1-2.md:6:3 links/numbers > ~/1-1-2-1.md:6:1 = 116億円']],
  ['relisting-without-link', ['~/2-1-1-2.md:6:10 relistings/not-linked = [再掲](1-1-2-1.md)']],
  ['link-to-no-file', ['~/1-2-2.md:6:13 links/dead = 1-1-2-1.md の形の、同じ報告書にある取組']],
  ['link-without-ending', ['~/1-2-2.md:6:13 links/dead = 1-2-1.md']],
  ['link-to-no-initiative', ['~/1-2-2.md:6:13 links/dead = 1-1-2-1.md の形の、同じ報告書にある取組']],
  ['link-to-no-result', ['~/1-2-2.md:6:13 links/dead-anchor > ~/1-1-2-1.md:1:1 = #r1、#r1-1 のどれか']],
  ['link-to-itself', ['~/1-2-2.md:6:13 links/self']],
  ['link-with-http', ['~/1-2-2.md:6:13 links/scheme = https://example.jp/']],
  ['link-with-data-address', ['~/1-2-2.md:6:13 links/scheme = https://… か 1-1-2-1.md']],
  ['link-to-a-host-without-scheme', ['~/1-2-2.md:6:13 links/scheme = https://… か 1-1-2-1.md']],
  ['link-from-the-root-of-the-site', ['~/1-2-2.md:6:13 links/scheme = https://… か 1-1-2-1.md']],
  ['accepts-mail-and-https-in-any-case', []],
  ['link-with-script', ['~/1-2-2.md:6:13 links/scheme = https://… か 1-1-2-1.md']],
  ['picture-that-is-not-there', ['~/1-2-2.md:6:13 links/dead = - 実績の文']],
  ['picture-beside-results', ['~/1-1-1-1.md:8:1 links/dead = - 実績の文']],
  ['report-link-to-no-file', ['r7/report.md:10:1 links/dead = initiatives/1-1-2-1.md の形の、同じ報告書にある取組']],
  ['footnote-without-definition', ['~/1-2-1.md:6:8 footnotes/undefined = [^1]: 説明の文']],
  ['title-mark-without-definition', ['~/1-2-1.md:3:10 footnotes/undefined = [^※]: 説明の文']],
  ['footnote-without-reference', ['~/1-2-1.md:9:1 footnotes/unused = 本文の [^※] か、名前の ※']],
  ['footnote-defined-twice', ['~/1-2-1.md:12:1 footnotes/duplicate > ~/1-2-1.md:10:1']],
  ['body-empty', ['~/1-1-1-1.md:4:1 body/empty = 1つ以上の実績や文']],
  ['bullet-empty', ['~/1-1-1-1.md:7:1 body/empty']],
  ['body-of-headings-only', ['~/1-1-1-1.md:6:1 body/empty']],
  ['html-block', ['~/1-1-1-1.md:8:1 body/html']],
  ['html-inside-a-line', ['~/1-1-1-1.md:6:5 body/html']],
  ['html-comment', ['~/1-1-1-1.md:8:1 body/html']],
  ['heading-of-depth-2', ['~/1-1-1-1.md:6:1 body/heading = ### 【見出し】']],
  ['heading-by-underline', ['~/1-1-1-1.md:6:1 body/heading = ### 【見出し】']],
  ['table-in-body', ['~/1-1-1-1.md:8:1 body/block = - 実績の文']],
  ['line-in-body', ['~/1-1-1-1.md:8:1 body/block']],
  ['quotation-in-body', ['~/1-1-1-1.md:8:1 body/block = - 実績の文']],
  ['code-in-body', ['~/1-1-1-1.md:8:3 body/block = - 実績の文']],
  ['impossible-month', ['~/1-1-1-1.md:6:3 body/era = 1から12までの月（R7.4）']],
  ['year-zero', ['~/1-1-1-1.md:6:3 body/era = R1 以上の年（R7）']],
  ['glossary-reading-in-kanji', ['glossary.yml:3:14 front-matter/type = ひらがなの読み']],
  ['glossary-term-twice', ['glossary.yml:6:11 glossary/duplicate > glossary.yml:2:11']],
  ['glossary-spelling-twice', ['glossary.yml:9:17 glossary/duplicate > glossary.yml:2:11']],
  ['accepts-everyday-words', []],
  [
    'words-twice',
    ['words.yml:4:17 words/duplicate > words.yml:2:13', 'words.yml:4:21 words/duplicate > words.yml:2:17'],
  ],
  ['words-in-the-glossary-too', ['words.yml:2:13 words/duplicate > glossary.yml:5:23']],
  [
    'words-lead-nowhere',
    [
      'words.yml:3:15 words/nowhere = 報告書の1行の中にある言葉',
      'words.yml:5:15 words/nowhere = 報告書の1行の中にある言葉',
    ],
  ],
  [
    'words-written-in-the-report',
    ['words.yml:2:18 words/written', 'words.yml:4:13 words/written', 'words.yml:4:18 words/written'],
  ],
  [
    'words-with-unknown-key',
    ['words.yml:2:5 front-matter/unknown-key = typed', 'words.yml:5:5 front-matter/unknown-key = leadsTo'],
  ],
  [
    'words-without-aim',
    [
      'words.yml:3:14 front-matter/empty = 1つ以上の項目',
      'words.yml:4:5 front-matter/missing-key = leadsTo: 「- 」で始まる行の一覧',
      'words.yml:5:12 front-matter/type = 「- 」で始まる行の一覧',
      'words.yml:9:12 front-matter/type = 改行のない1行の文',
    ],
  ],
  ['words-beside-a-report-with-an-error', ['~/1-1-1-1.md:3:1 front-matter/unknown-key = title']],
  ['merge-conflict', ['~/1-1-1-1.md:6:1 files/conflict']],
  ['merge-conflict-half-cleared', ['~/1-1-1-1.md:7:1 files/conflict']],
  ['bullet-as-printed', ['~/1-1-1-1.md:8:1 body/bullet = - 実績の文']],
  ['bullet-as-printed-inside-a-result', ['~/1-1-1-1.md:6:3 body/bullet = - 実績の文']],
  ['bullet-without-space', ['~/1-1-1-1.md:8:1 body/bullet = - 実績の文']],
  ['bullet-in-full-width', ['~/1-1-1-1.md:8:1 body/bullet = - 実績の文', '~/1-1-1-1.md:10:1 body/bullet = - 実績の文']],
  ['bullet-lost-inside-a-list', ['~/1-1-1-1.md:7:1 body/bullet = - 廃止']],
  ['bullet-lost-between-lists', ['~/1-1-1-1.md:8:1 body/bullet = - 廃止']],
  ['bullet-too-far-right', ['~/1-1-1-1.md:7:7 body/bullet =   - 実績の文']],
  ['body-without-result', ['~/1-1-1-1.md:6:1 body/no-result = - 8事務所体制へ移行']],
  ['body-without-result-indented', ['~/1-1-1-1.md:6:1 body/no-result = - 移行']],
  ['impossible-month-in-full-width', ['~/1-1-1-1.md:6:3 body/era = 1から12までの月（R7.4）']],
  ['outline-section-renumbered-with-its-subsections', ['r7/outline.yml:6:17 number/gap = 1-1']],
  ['outline-number-with-leading-zero', ['r7/outline.yml:17:13 number/form = 2']],
  ['figure-colon-without-space', ['~/2-1-1-1.md:7:15 figures/year = R7 の形の年度']],
  ['list-marks-without-end', ['~/1-1-1-1.md:7:1 files/too-much = 1行の文字（10,000 まで）']],
  ['bracket-not-opened', ['~/1-1-1-1.md:6:6 body/brackets = 始めのかっこ （']],
  ['bracket-not-closed', ['~/1-1-1-1.md:6:6 body/brackets = 終わりのかっこ 】']],
  ['spaces-inside-a-word', ['~/1-1-1-1.md:6:3 body/spaces = SPI']],
  ['space-inside-a-year', ['~/1-1-1-1.md:6:3 body/spaces = R7']],
  [
    'differs-from-source',
    [
      "~/2-1-1-1.md:10:12 source/differs > r7/source.md:68:1 =   - from: '- ・庁内、事業者の利用の促進'\n    to: '- ・庁内、事業者の利用促進'\n    reason: （理由を書く）",
    ],
  ],
  [
    'initiative-not-in-source',
    ['~/1-1-1-2.md:3:8 source/place = places:\n  - title: 分科会の設置\n    reason: （理由を書く）'],
  ],
  [
    'initiative-elsewhere-in-source',
    [
      '~/1-1-1-2.md:3:8 source/place > r7/source.md:57:1 = places:\n  - title: 分科会の設置\n    reason: （理由を書く）',
    ],
  ],
  [
    'initiative-of-source-missing',
    [
      'r7/outline.yml:24:20 source/place > r7/source.md:76:1 = places:\n  - title: 押印の廃止\n    reason: （理由を書く）',
    ],
  ],
  ['accepts-a-draft', []],
  ['accepts-a-number-that-was-left', []],
  ['accepts-errata-of-every-kind', []],
  ['accepts-errata-without-entries', []],
  ['errata-are-no-list', ['r7/errata.yml:1:1 front-matter/not-mapping = 「- 」で始まる行の一覧']],
  ['errata-with-an-unknown-key', ['r7/errata.yml:5:3 front-matter/unknown-key = reason']],
  ['errata-of-an-unknown-kind', ['r7/errata.yml:3:9 front-matter/type = 訂正、追加、移動、廃止']],
  ['errata-moved-to-nowhere', ['r7/errata.yml:1:3 front-matter/missing-key = after: 2-1-3-1 の形の、新しい番号']],
  ['errata-moved-to-no-initiative', ['r7/errata.yml:4:10 errata/number = この年度にある取組の番号']],
  ['errata-on-an-impossible-day', ['r7/errata.yml:1:9 front-matter/type = 2026-05-20 の形の日付']],
  ['errata-beside-the-result', ['r7/errata.yml:6:10 errata/after > ~/1-1-1-2.md:6:1 = r2']],
  ['errata-in-a-draft', ['r7/errata.yml:1:9 errata/date']],
]

test('the base of all cases has no finding', () => {
  expect(checkContent(baseFiles())).toEqual([])
})

test('every folder of fixtures is in the table', () => {
  expect(CASES.map(([name]) => name).sort()).toEqual(caseNames().sort())
})

test.each(CASES)('%s', (name, says) => {
  const expected = says.map((line) => line.replaceAll('~/', 'r7/initiatives/'))
  expect(checkContent(caseFiles(name)).map(shortForm)).toEqual(expected)
})

test('all findings of all files are told in one run', () => {
  const broken = ['figure-not-in-body', 'link-to-no-file', 'title-empty', 'outline-gap', 'footnote-defined-twice']
  const files = broken.map(caseFiles).reduce((all, files) => {
    const base = new Map(baseFiles().map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
    const own = files.filter(({ path, bytes }) => base.get(path) !== new TextDecoder().decode(bytes))
    return [...all.filter(({ path }) => !own.some((file) => file.path === path)), ...own]
  }, baseFiles())
  const expected = CASES.filter(([name]) => broken.includes(name)).flatMap(([, says]) => says.map((line) => line))
  const found = checkContent(files).map((message) => shortForm(message).replaceAll('r7/initiatives/', '~/'))
  expect(found.toSorted()).toEqual(expected.toSorted())
})

test('a file over 256 KiB is refused and not read', () => {
  const path = 'r7/initiatives/1-1-1-1.md'
  const files = baseFiles().map((file) => (file.path === path ? { path, bytes: new Uint8Array(256 * 1024 + 1) } : file))
  expect(checkContent(files).map(shortForm)).toEqual([`${path}:1:1 files/too-big = 256 KiB まで`])
})

test('a file of exactly 256 KiB is read', () => {
  const path = 'r7/initiatives/1-1-1-1.md'
  const start = '---\nnumber: 1-1-1-1\ntitle: 事務所の見直し\n---\n\n- 移行'
  const bytes = new Uint8Array(256 * 1024).fill(0x0a)
  bytes.set(new TextEncoder().encode(start))
  expect(checkContent(baseFiles().map((file) => (file.path === path ? { path, bytes } : file)))).toEqual([])
})
