import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { dataPackageOf, schemaOf } from '../../src/publish/data-package.ts'
import { openDataSchema } from '../../src/publish/open-data-schema.ts'
import type { MadeFile, Publisher, Source } from '../../src/publish/published.ts'
import { TABLES } from '../../src/publish/tables.ts'
import { data, origin, report } from './frozen-data.ts'

/** The profiles of Data Package 2.0 as frictionlessdata/datapackage publishes them. */
const profile = (name: string) =>
  JSON.parse(readFileSync(`tests/fixtures/datapackage-2.0/${name}.json`, 'utf8')) as object

const strict2020 = new Ajv2020({ allErrors: true, strict: true })
addFormats(strict2020)

const drafts7 = new Ajv({ allErrors: true, strict: false, formats: { textarea: true } })
addFormats(drafts7)

function faultsBy(schema: object, value: unknown, ajv: Ajv | Ajv2020 = drafts7) {
  const validate = ajv.compile(schema)
  validate(value)
  return validate.errors ?? []
}

const licence = { name: '公共データ利用規約（第1.0版）', url: 'https://licence.example' }

async function dataPackage(url: string, publisher: Partial<Publisher> = {}) {
  const made = (name: string): Promise<MadeFile> =>
    Promise.resolve({ bytes: new Uint8Array(name.length), sha256: 'ab'.repeat(32) })
  const source = {
    report,
    data: { ...data, report: { ...data.report, url } },
    origin,
    publisher: { name: '青森県', subject: '行財政改革', url: '/', licence: null, ...publisher },
    made,
  } as unknown as Source
  return JSON.parse(new TextDecoder().decode(await dataPackageOf(source))) as {
    $schema: string
    homepage?: string
    licenses?: unknown
    resources: { name: string; path: string; bytes: number; hash: string }[]
  }
}

test.each([
  ['without an address or a licence', '/r7/', {}],
  ['with both', 'https://report.example/r7/', { licence }],
])('%s the package is one of Data Package 2.0, and so is each resource', async (_, url, publisher) => {
  const made = await dataPackage(url, publisher)
  expect(made.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
  expect(faultsBy(profile('datapackage'), made)).toEqual([])
  for (const resource of made.resources) expect(faultsBy(profile('dataresource'), resource), resource.name).toEqual([])
  expect(made.homepage).toBe(url.startsWith('http') ? url : undefined)
})

test('the profile refuses what is no package', () => {
  expect(faultsBy(profile('datapackage'), { resources: [] })).not.toEqual([])
  expect(faultsBy(profile('tableschema'), { fields: [{ type: 'number' }] })).not.toEqual([])
})

test('every table and the JSON file stand in it with size and checksum', async () => {
  const { resources } = await dataPackage('/r7/')
  expect(resources.map(({ path, bytes }) => [path, bytes])).toEqual(
    ['initiatives.csv', 'results.csv', 'figures.csv', 'initiatives.json'].map((name) => [name, name.length]),
  )
  for (const { hash } of resources) expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test.each(TABLES.map((table) => [table.name, table] as const))('%s has a table schema', (_, table) => {
  expect(faultsBy(profile('tableschema'), schemaOf(table))).toEqual([])
})

test('the data of the frozen report are of the form that their JSON Schema says', () => {
  expect(faultsBy(openDataSchema(), data, strict2020)).toEqual([])
})

test.each([
  ['a result without text', { ...data.initiatives[0], results: [{ id: 'r1' }] }],
  ['a child that is no result', { ...data.initiatives[0], results: [{ id: 'r1', text: 'a', children: ['b'] }] }],
  ['an unknown key', { ...data.initiatives[0], colour: 'red' }],
  ['a value that is no number', { ...data.initiatives[0], figures: [{ label: 'a', unit: '件', values: { R7: '5' } }] }],
])('that schema refuses %s', (_, initiative) => {
  expect(faultsBy(openDataSchema(), { ...data, initiatives: [initiative] }, strict2020)).not.toEqual([])
})
