import { expect, test } from 'vitest'
import { catalogOf } from '../../src/publish/catalog.ts'
import { PUBLISHED } from '../../src/publish/published.ts'
import { report } from './frozen-data.ts'

const made = { bytes: new Uint8Array(12), sha256: 'ab'.repeat(32) }
const publisher = { name: '青森県', subject: '行財政改革', url: 'https://report.example/', licence: null }

function catalog(years = ['r7'], given = publisher) {
  return catalogOf(
    years.map((id) => ({
      report: { ...report, id, year: id.toUpperCase() },
      url: `https://report.example/${id}/data/`,
      files: PUBLISHED.map((file) => ({
        file,
        url: `https://report.example/${id}/${file.name}`,
        made: file.make && made,
      })),
    })),
    {
      title: '題名',
      publisher: given,
      area: { code: '020001', name: '青森県' },
      url: 'https://report.example/data/',
      figures: { url: 'https://report.example/data/figures.csv', made },
    },
  ) as Record<string, unknown>
}

interface Node {
  '@id': string
  '@type': string
  [property: string]: unknown
}

test('what DCAT 3 asks of a catalogue, a series, a dataset and a distribution is there', () => {
  const root = catalog(['r8', 'r7'])
  const nodes = root['dcat:dataset'] as Node[]
  expect(nodes.map((node) => node['@type'])).toEqual([
    'dcat:DatasetSeries',
    'dcat:Dataset',
    'dcat:Dataset',
    'dcat:Dataset',
  ])
  for (const node of [root, ...nodes]) {
    for (const name of ['@id', 'dct:title', 'dct:description', 'dct:publisher']) expect(node[name], name).toBeDefined()
  }
  const [series, r8, r7] = nodes as [Node, Node, Node]
  for (const year of [r8, r7]) expect(year['dcat:inSeries']).toEqual({ '@id': series['@id'] })
  expect(r8['dcat:prev']).toEqual({ '@id': r7['@id'] })
  expect([series['dcat:first'], series['dcat:last']]).toEqual([{ '@id': r7['@id'] }, { '@id': r8['@id'] }])
  expect(r7['dct:temporal']).toMatchObject({
    'dcat:startDate': { '@value': '2025-04-01' },
    'dcat:endDate': { '@value': '2026-03-31' },
  })
})

test('every file has its address, kind, size and checksum; the printed one has no checksum', () => {
  const [, year] = catalog()['dcat:dataset'] as Node[]
  const distributions = year?.['dcat:distribution'] as Node[]
  expect(distributions).toHaveLength(PUBLISHED.length)
  for (const each of distributions) {
    expect(each['dcat:downloadURL']).toEqual({ '@id': each['@id'] })
    expect(each['dcat:mediaType']).toMatchObject({ '@id': expect.stringContaining('/media-types/') })
    const isPrinted = each['@id'].endsWith('.pdf')
    expect(each['spdx:checksum'] === undefined, each['@id']).toBe(isPrinted)
    if (!isPrinted) {
      expect(each['spdx:checksum']).toMatchObject({ 'spdx:checksumValue': { '@value': made.sha256 } })
      expect(each['dcat:byteSize']).toMatchObject({ '@value': '12' })
    }
  }
})

test('a licence stands on every dataset and file once it is decided, and nowhere before', () => {
  const licence = { name: 'PDL1.0', url: 'https://licence.example/' }
  expect(JSON.stringify(catalog())).not.toContain('dct:license')
  const [, year] = catalog(['r7'], { ...publisher, licence } as unknown as typeof publisher)['dcat:dataset'] as Node[]
  expect(year?.['dct:license']).toEqual({ '@id': licence.url })
  for (const each of year?.['dcat:distribution'] as Node[]) expect(each['dct:license']).toEqual({ '@id': licence.url })
})

test('every name of its terms is of a vocabulary that it names', () => {
  const root = catalog()
  const prefixes = Object.keys(root['@context'] as object)
  const used = JSON.stringify(root).matchAll(/"([a-z]+):[a-zA-Z]+(?:_\w+)?"/g)
  for (const [, prefix] of used) expect(prefixes).toContain(prefix)
})
