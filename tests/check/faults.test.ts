import { expect, test } from 'vitest'
import { checkContent } from '../../src/check/check.ts'
import { baseFiles, caseFiles, caseNames, shortForm } from './fixtures.ts'

/**
 * Each folder of tests/fixtures/check and everything that the checker says of it, nothing more:
 * `file:line:column rule`, then the related place. `~` stands for `r7/initiatives`.
 */
const CASES: [name: string, says: string[]][] = [
  ['accepts-byte-order-mark', []],
  ['accepts-windows-line-ends', []],
  ['accepts-glossary-and-readme', []],
  ['accepts-list-marks-and-mixed-brackets', []],
  ['accepts-figures-in-any-writing', []],
  ['accepts-series-and-years-of-the-parent', []],
  ['accepts-paragraphs-beside-results', []],
  ['no-year-folder', ['.:1:1 files/no-year']],
  ['year-folder-in-capitals', ['R8:1:1 files/year-folder']],
  ['year-differs-from-folder', ['r7/report.md:3:7 files/year']],
  ['year-differs-and-figures-hold-by-it', ['r7/report.md:3:7 files/year']],
  ['outline-missing', ['r7/outline.yml:1:1 files/missing']],
  ['report-missing', ['r7/report.md:1:1 files/missing']],
  ['no-initiatives', ['r7/initiatives:1:1 files/missing']],
  ['outline-with-other-ending', ['r7/outline.yaml:1:1 files/upper-case']],
  ['stray-file-in-initiatives', ['~/memo.txt:1:1 files/stray']],
  ['folder-in-initiatives', ['~/old/1-1-1-1.md:1:1 files/stray']],
  ['initiative-outside-its-folder', ['r7/1-1-1-3.md:1:1 files/stray']],
  ['initiative-moved-out-of-its-folder', ['r7/1-1-2-1.md:1:1 files/stray']],
  ['initiative-moved-into-a-subfolder', ['~/new/1-1-2-1.md:1:1 files/stray']],
  ['initiatives-folder-renamed', ['r7/initiative/1-1-1-1.md:1:1 files/stray']],
  ['unknown-file-in-year-folder', ['r7/memo.docx:1:1 files/unknown']],
  ['upper-case-ending', ['~/2-1-1-2.MD:1:1 files/upper-case']],
  ['shift-jis', ['~/1-1-1-1.md:3:8 files/encoding']],
  ['one-byte-not-utf-8', ['~/1-1-1-1.md:3:9 files/encoding']],
  ['nul-character', ['~/1-1-1-1.md:6:9 files/nul']],
  ['tab-in-body', ['~/1-1-1-1.md:6:7 files/tab']],
  ['tab-in-front-matter', ['~/2-1-1-1.md:6:3 files/tab']],
  ['front-matter-missing', ['~/1-1-1-1.md:1:1 front-matter/missing']],
  ['front-matter-empty-file', ['~/1-1-1-1.md:1:1 front-matter/missing']],
  ['front-matter-unclosed', ['~/1-1-1-1.md:1:1 front-matter/unclosed']],
  ['front-matter-closed-by-other-hyphens', ['~/1-1-1-1.md:4:1 front-matter/unclosed']],
  ['front-matter-is-a-list', ['~/1-1-1-1.md:2:1 front-matter/not-mapping']],
  ['front-matter-has-nothing', ['~/1-1-1-1.md:2:1 front-matter/not-mapping']],
  ['yaml-colon-in-value', ['~/1-1-1-1.md:3:11 front-matter/yaml']],
  ['yaml-indentation', ['~/2-1-1-1.md:6:4 front-matter/yaml']],
  ['yaml-quote-unclosed', ['~/1-1-1-1.md:3:12 front-matter/yaml']],
  ['yaml-bracket-unclosed', ['~/2-1-1-1.md:7:41 front-matter/yaml']],
  ['yaml-full-width-colon', ['~/1-1-1-1.md:3:6 front-matter/yaml']],
  ['yaml-no-space-after-colon', ['~/1-1-1-1.md:3:6 front-matter/yaml']],
  ['yaml-indented-by-full-width-space', ['~/2-1-1-1.md:6:1 front-matter/yaml']],
  ['yaml-full-width-comma-in-braces', ['~/2-1-1-1.md:7:22 front-matter/yaml']],
  ['yaml-full-width-braces', ['~/2-1-1-1.md:7:13 front-matter/yaml']],
  ['yaml-braces-left-out', ['~/2-1-1-1.md:7:13 front-matter/yaml']],
  ['yaml-value-begins-with-a-mark', ['~/2-1-1-1.md:3:8 front-matter/yaml']],
  ['duplicated-key', ['~/1-1-1-1.md:4:1 front-matter/yaml']],
  ['unknown-key', ['~/1-1-1-1.md:4:1 front-matter/unknown-key']],
  ['required-key-mistyped', ['~/1-1-1-1.md:3:1 front-matter/unknown-key']],
  ['required-key-in-japanese', ['~/1-1-1-1.md:3:1 front-matter/unknown-key']],
  ['number-missing', ['~/1-1-1-1.md:2:1 front-matter/missing-key']],
  ['number-empty', ['~/1-1-1-1.md:2:1 front-matter/empty']],
  ['title-is-a-number', ['~/1-1-1-1.md:3:8 front-matter/type']],
  ['figures-is-no-list', ['~/1-1-1-1.md:4:10 front-matter/type']],
  ['continues-has-another-form', ['~/1-1-1-1.md:4:12 number/form']],
  ['continues-what-the-year-before-has-not', ['r8/initiatives/1-1-1.md:4:12 continues/unknown']],
  ['continues-a-namesake-by-another-number', ['r8/initiatives/1-1-1.md:4:12 continues/unknown']],
  ['continues-what-another-continues', ['r8/initiatives/1-1-2.md:4:12 continues/twice > r8/initiatives/1-1-1.md:4:12']],
  ['accepts-continues-of-the-year-before', []],
  ['accepts-continues-without-a-year-before', []],
  ['report-published-impossible', ['r7/report.md:4:12 front-matter/type']],
  ['report-department-missing', ['r7/report.md:2:1 front-matter/missing-key']],
  ['report-front-matter-missing', ['r7/report.md:1:1 front-matter/missing']],
  ['corrections-without-reason', ['r7/corrections.yml:2:5 front-matter/missing-key']],
  ['corrections-link-of-another-form', ['r7/corrections.yml:4:9 front-matter/type']],
  ['number-of-another-form', ['~/1-1-1-1.md:2:9 number/form']],
  ['number-in-full-width', ['~/1-1-1-1.md:2:9 number/form']],
  ['number-differs-from-file-name', ['~/1-1-1-1.md:2:9 number/file-name']],
  ['file-name-is-no-number', ['~/denshi.md:2:9 number/file-name']],
  ['copied-file-keeps-its-number', ['~/1-1-1-3.md:2:9 number/duplicate > ~/1-1-1-1.md:2:9']],
  ['gap-between-files', ['~/1-1-1-4.md:2:9 number/gap > ~/1-1-1-2.md:2:9']],
  ['first-file-missing', ['~/1-1-1-2.md:2:9 number/gap']],
  ['gap-without-subsections', ['~/1-2-2.md:2:9 number/gap']],
  ['unknown-subsection', ['~/2-1-2-1.md:2:9 number/unknown-parent > r7/outline.yml:20:17']],
  ['unknown-viewpoint', ['~/3-1-1-1.md:2:9 number/unknown-parent > r7/outline.yml:1:1']],
  ['initiative-above-subsections', ['~/1-1-4.md:2:9 number/depth > r7/outline.yml:6:17']],
  ['initiative-below-section-without-subsections', ['~/1-2-3-1.md:2:9 number/depth > r7/outline.yml:15:17']],
  ['outline-lost-its-subsections', ['~/2-1-1-1.md:2:9 number/depth > r7/outline.yml:20:17']],
  ['heading-without-initiative', ['r7/outline.yml:13:21 number/no-initiative']],
  ['outline-gap', ['r7/outline.yml:11:21 number/gap > r7/outline.yml:9:21']],
  ['outline-duplicate', ['r7/outline.yml:11:21 number/duplicate > r7/outline.yml:9:21']],
  ['outline-order', ['r7/outline.yml:9:21 number/order > r7/outline.yml:11:21']],
  ['outline-heading-under-another', ['r7/outline.yml:23:21 number/wrong-parent']],
  ['outline-viewpoint-renumbered', ['r7/outline.yml:17:14 number/gap > r7/outline.yml:3:14']],
  ['outline-number-of-another-form', ['r7/outline.yml:15:17 number/form']],
  ['outline-misspelt-key', ['r7/outline.yml:22:9 front-matter/unknown-key']],
  ['outline-title-missing', ['r7/outline.yml:15:9 title/missing']],
  ['title-missing', ['~/1-1-1-1.md:2:1 title/missing']],
  ['title-empty', ['~/1-1-1-1.md:3:9 title/empty']],
  ['title-is-a-comment', ['~/1-1-1-1.md:3:1 title/empty']],
  ['title-with-initiative-glyph', ['~/1-1-1-1.md:3:8 title/glyph']],
  ['title-with-result-glyph', ['~/1-1-1-1.md:3:9 title/glyph']],
  ['subsection-with-glyph', ['r7/outline.yml:10:20 title/glyph']],
  ['section-with-glyph', ['r7/outline.yml:7:16 title/glyph']],
  ['viewpoint-with-digit', ['r7/outline.yml:4:12 title/glyph']],
  ['same-title-in-one-subsection', ['~/1-1-1-2.md:3:8 title/duplicate > ~/1-1-1-1.md:3:8']],
  ['title-with-impossible-month', ['~/1-1-1-1.md:3:8 body/era']],
  ['title-with-open-bracket', ['~/1-1-1-1.md:3:11 body/brackets']],
  ['quotation-mark-not-closed', ['~/1-1-1-1.md:3:8 body/brackets']],
  ['figure-without-unit', ['~/2-1-1-1.md:5:5 figures/missing']],
  ['figure-label-empty', ['~/2-1-1-1.md:5:13 figures/empty']],
  ['figure-without-values', ['~/2-1-1-1.md:7:13 figures/empty']],
  ['figure-year-of-another-form', ['~/2-1-1-1.md:7:15 figures/year']],
  ['figure-value-is-text', ['~/2-1-1-1.md:7:28 figures/number']],
  ['figure-in-full-width', ['~/2-1-1-1.md:7:28 figures/number']],
  ['figure-with-thousands-separator', ['~/2-1-1-1.md:7:29 figures/number']],
  ['figure-with-thousands-separator-unquoted', ['~/2-1-1-1.md:7:30 figures/number']],
  ['figure-not-in-body', ['~/2-1-1-1.md:7:19 figures/not-in-body > ~/2-1-1-1.md:10:1']],
  ['figure-beside-another', ['~/2-1-1-1.md:10:19 figures/not-in-body > ~/2-1-1-1.md:14:1']],
  ['figure-of-another-year', ['~/2-1-1-1.md:7:19 figures/not-in-body > ~/2-1-1-1.md:10:1']],
  ['figure-in-another-unit', ['~/2-1-1-1.md:7:19 figures/not-in-body > ~/2-1-1-1.md:10:1']],
  ['figure-in-half-a-unit', ['~/1-1-2-1.md:7:19 figures/not-in-body > ~/1-1-2-1.md:10:1']],
  ['figure-change-with-another-sign', ['~/2-1-1-1.md:8:20 figures/not-in-body > ~/2-1-1-1.md:11:1']],
  ['series-without-figure', ['~/2-1-1-1.md:6:1 figures/uncovered']],
  ['series-with-a-year-left-out', ['~/2-1-1-1.md:10:1 figures/uncovered']],
  ['second-series-without-figure', ['~/2-1-1-1.md:12:1 figures/uncovered']],
  ['relisting-with-another-number', ['~/2-1-1-2.md:6:10 relistings/numbers > ~/1-1-2-1.md:6:1']],
  ['related-result-with-another-number', ['~/2-1-1-2.md:6:3 links/numbers > ~/1-1-2-1.md:6:1']],
  ['relisting-without-link', ['~/2-1-1-2.md:6:10 relistings/not-linked']],
  ['link-to-no-file', ['~/1-2-2.md:6:13 links/dead']],
  ['link-without-ending', ['~/1-2-2.md:6:13 links/dead']],
  ['link-to-no-initiative', ['~/1-2-2.md:6:13 links/dead']],
  ['link-to-no-result', ['~/1-2-2.md:6:13 links/dead-anchor > ~/1-1-2-1.md:1:1']],
  ['link-to-itself', ['~/1-2-2.md:6:13 links/self']],
  ['link-with-http', ['~/1-2-2.md:6:13 links/scheme']],
  ['link-with-script', ['~/1-2-2.md:6:13 links/scheme']],
  ['picture-that-is-not-there', ['~/1-2-2.md:6:13 links/dead']],
  ['picture-beside-results', ['~/1-1-1-1.md:8:1 links/dead']],
  ['report-link-to-no-file', ['r7/report.md:10:1 links/dead']],
  ['footnote-without-definition', ['~/1-2-1.md:6:8 footnotes/undefined']],
  ['title-mark-without-definition', ['~/1-2-1.md:3:10 footnotes/undefined']],
  ['footnote-without-reference', ['~/1-2-1.md:9:1 footnotes/unused']],
  ['footnote-defined-twice', ['~/1-2-1.md:12:1 footnotes/duplicate > ~/1-2-1.md:10:1']],
  ['body-empty', ['~/1-1-1-1.md:4:1 body/empty']],
  ['bullet-empty', ['~/1-1-1-1.md:7:1 body/empty']],
  ['body-of-headings-only', ['~/1-1-1-1.md:6:1 body/empty']],
  ['html-block', ['~/1-1-1-1.md:8:1 body/html']],
  ['html-inside-a-line', ['~/1-1-1-1.md:6:5 body/html']],
  ['html-comment', ['~/1-1-1-1.md:8:1 body/html']],
  ['heading-of-depth-2', ['~/1-1-1-1.md:6:1 body/heading']],
  ['heading-by-underline', ['~/1-1-1-1.md:6:1 body/heading']],
  ['table-in-body', ['~/1-1-1-1.md:8:1 body/block']],
  ['line-in-body', ['~/1-1-1-1.md:8:1 body/block']],
  ['quotation-in-body', ['~/1-1-1-1.md:8:1 body/block']],
  ['code-in-body', ['~/1-1-1-1.md:8:3 body/block']],
  ['impossible-month', ['~/1-1-1-1.md:6:3 body/era']],
  ['year-zero', ['~/1-1-1-1.md:6:3 body/era']],
  ['glossary-reading-in-kanji', ['glossary.yml:3:14 front-matter/type']],
  ['glossary-term-twice', ['glossary.yml:6:11 glossary/duplicate > glossary.yml:2:11']],
  ['glossary-spelling-twice', ['glossary.yml:9:17 glossary/duplicate > glossary.yml:2:11']],
  ['merge-conflict', ['~/1-1-1-1.md:6:1 files/conflict']],
  ['merge-conflict-half-cleared', ['~/1-1-1-1.md:7:1 files/conflict']],
  ['bullet-as-printed', ['~/1-1-1-1.md:8:1 body/bullet']],
  ['bullet-as-printed-inside-a-result', ['~/1-1-1-1.md:6:3 body/bullet']],
  ['bullet-without-space', ['~/1-1-1-1.md:8:1 body/bullet']],
  ['bullet-in-full-width', ['~/1-1-1-1.md:8:1 body/bullet', '~/1-1-1-1.md:10:1 body/bullet']],
  ['bullet-lost-inside-a-list', ['~/1-1-1-1.md:7:1 body/bullet']],
  ['bullet-lost-between-lists', ['~/1-1-1-1.md:8:1 body/bullet']],
  ['bullet-too-far-right', ['~/1-1-1-1.md:7:7 body/bullet']],
  ['body-without-result', ['~/1-1-1-1.md:6:1 body/no-result']],
  ['body-without-result-indented', ['~/1-1-1-1.md:6:1 body/no-result']],
  ['impossible-month-in-full-width', ['~/1-1-1-1.md:6:3 body/era']],
  ['outline-section-renumbered-with-its-subsections', ['r7/outline.yml:6:17 number/gap']],
  ['outline-number-with-leading-zero', ['r7/outline.yml:17:13 number/form']],
  ['figure-colon-without-space', ['~/2-1-1-1.md:7:15 figures/year']],
  ['list-marks-without-end', ['~/1-1-1-1.md:7:1 body/nesting']],
  ['bracket-not-opened', ['~/1-1-1-1.md:6:6 body/brackets']],
  ['bracket-not-closed', ['~/1-1-1-1.md:6:6 body/brackets']],
  ['spaces-inside-a-word', ['~/1-1-1-1.md:6:3 body/spaces']],
  ['space-inside-a-year', ['~/1-1-1-1.md:6:3 body/spaces']],
  ['differs-from-source', ['~/2-1-1-1.md:10:12 source/differs > r7/source.md:68:1']],
  ['initiative-not-in-source', ['~/1-1-1-2.md:3:8 source/place']],
  ['initiative-elsewhere-in-source', ['~/1-1-1-2.md:3:8 source/place > r7/source.md:57:1']],
  ['initiative-of-source-missing', ['r7/outline.yml:24:20 source/place > r7/source.md:76:1']],
]

test('the base of all cases has no fault', () => {
  expect(checkContent(baseFiles())).toEqual([])
})

test('every folder of fixtures is in the table', () => {
  expect(CASES.map(([name]) => name).sort()).toEqual(caseNames().sort())
})

test.each(CASES)('%s', (name, says) => {
  const expected = says.map((line) => line.replaceAll('~/', 'r7/initiatives/'))
  expect(checkContent(caseFiles(name)).map(shortForm)).toEqual(expected)
})

test('all faults of all files are told in one run', () => {
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
  expect(checkContent(files).map(shortForm)).toEqual([`${path}:1:1 files/too-big`])
})

test('a file of exactly 256 KiB is read', () => {
  const path = 'r7/initiatives/1-1-1-1.md'
  const start = '---\nnumber: 1-1-1-1\ntitle: 事務所の見直し\n---\n\n- 移行'
  const bytes = new Uint8Array(256 * 1024).fill(0x20)
  bytes.set(new TextEncoder().encode(start))
  expect(checkContent(baseFiles().map((file) => (file.path === path ? { path, bytes } : file)))).toEqual([])
})
