import { expect, test } from 'vitest'
import { openData } from '../../src/publish/open-data.ts'
import { readBody } from '../read-body.ts'
import { assembleReport } from '../../src/report/report.ts'

const report = assembleReport({
  cover: { title: '取組実績', year: 'R7', published: '2026-02', department: '行政経営課', body: '' },
  outline: {
    title: '2つの視点',
    viewpoints: [
      {
        number: '2',
        title: '県庁DXの推進',
        sections: [
          {
            number: '2-1',
            title: '県民サービスのDX',
            subsections: [{ number: '2-1-2', title: 'キャッシュレス化の推進' }],
          },
          { number: '2-3', title: 'DX推進のための環境整備' },
        ],
      },
    ],
  },
  initiatives: [
    {
      number: '2-3-1',
      title: 'ネットワーク環境',
      figures: [],
      body: readBody('### 【庁内】\n\n- 全庁LAN\n  - 適正化\n'),
    },
    {
      number: '2-1-2-1',
      title: '電子収納の推進',
      figures: [{ label: '件数', unit: '件', values: { R7: 5 } }],
      body: readBody(
        '- 検討※\\\n  （[再掲](2-3-1.md)）\n- [庁内](2-3-1.md#r1)\n\n[^1]: 注\n\n※[^※]\n\n[^※]: 目視など\n',
      ),
    },
  ],
})

test('a report becomes open data in report order, every address made by the one given', () => {
  const { report: cover, initiatives } = openData(report, (number) => `/base/r7/${number && `${number}/`}`)
  expect(cover).toEqual({
    id: 'r7',
    year: 'R7',
    title: '取組実績',
    published: '2026-02',
    department: '行政経営課',
    url: '/base/r7/',
  })
  expect(initiatives.map(({ number, url }) => [number, url])).toEqual([
    ['2-1-2-1', '/base/r7/2-1-2-1/'],
    ['2-3-1', '/base/r7/2-3-1/'],
  ])
})

test('texts are verbatim, a relisting names its target, a plain link does not', () => {
  const [initiative] = openData(report, (number) => number).initiatives
  expect(initiative?.results).toEqual([
    { id: 'r1', text: '検討※\n（再掲）', relistedFrom: '2-3-1' },
    { id: 'r2', text: '庁内' },
  ])
  expect(initiative?.notes).toContain('※目視など')
  expect(initiative?.figures).toEqual([{ label: '件数', unit: '件', values: { R7: 5 } }])
  expect(initiative?.subsection).toEqual({ number: '2-1-2', title: 'キャッシュレス化の推進' })
})

test('a section without subsections, a group heading and nested results keep their places', () => {
  const initiative = openData(report, (number) => number).initiatives[1]
  expect(initiative?.subsection).toBeNull()
  expect(initiative?.results).toEqual([
    { id: 'r1', text: '全庁LAN', group: '【庁内】', children: [{ id: 'r1-1', text: '適正化' }] },
  ])
})
