import { expect, test } from 'vitest'
import { flatResults, resultIds } from '../../src/report/body.ts'
import { readBody } from '../read-body.ts'
import { parseMarkdown } from '../../src/text/markdown.ts'

const told = (markdown: string) => flatResults(readBody(markdown).results).map(({ id, text }) => `${id} ${text}`)

test.each([
  ['bullets are results', '- 一\n- 二', ['r1 一', 'r2 二']],
  ['nested bullets count under theirs', '- 一\n  - い\n  - ろ\n- 二', ['r1 一', 'r1-1 い', 'r1-2 ろ', 'r2 二']],
  ['numbers go on after a group heading', '### 【甲】\n\n- 一\n\n### 【乙】\n\n- 二', ['r1 一', 'r2 二']],
  ['continuation lines stay with their result', '- 一\\\n  →二', ['r1 一\n→二']],
  ['a single tilde is a tilde', '- R6~R7で1~2件', ['r1 R6~R7で1~2件']],
  ['emphasis ends beside Japanese brackets', '- **「強調」**は', ['r1 「強調」は']],
  ['a link shows its words', '- 検討（[再掲](1-1-2-1.md)）', ['r1 検討（再掲）']],
  ['a footnote’s number is no part of the text', '- 一[^1]\n\n[^1]: 注', ['r1 一']],
  ['a ※ is', '- 一[^※]\n\n[^※]: 注', ['r1 一※']],
  ['two paragraphs of one bullet are two lines', '- 一\n\n  二', ['r1 一\n二']],
])('%s', (_, markdown, expected) => expect(told(markdown)).toEqual(expected))

test('groups, notes and links come with their places', () => {
  const body = readBody('### 【甲】\n\n- 一（[再掲](1-1-2-1.md#r2)）\n\n【注】\n\n[^※]: 注の文', 5)
  expect(body.results).toMatchObject([{ id: 'r1', group: '【甲】', line: 7, column: 1 }])
  expect(body.links).toEqual([{ url: '1-1-2-1.md#r2', text: '再掲', resultId: 'r1', line: 7, column: 5 }])
  expect(body.notes).toMatchObject([
    { mark: null, text: '【注】', line: 9 },
    { mark: '※', text: '※注の文', line: 11 },
  ])
})

test('the ids that pages use are the ids that results have', () => {
  const markdown = '- 一\n  - い\n    - 奥\n- 二\n\n文\n\n* 三'
  const ids = [...resultIds(parseMarkdown(markdown)).values()]
  expect(ids).toEqual(flatResults(readBody(markdown).results).map(({ id }) => id))
  expect(ids).toEqual(['r1', 'r1-1', 'r1-1-1', 'r2', 'r3'])
})
