import type { Source } from './published.ts'
import type { Field, Table } from './table.ts'
import { TABLES } from './tables.ts'

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** `/r7/datapackage.json`: what the data files of a year hold (Data Package v2), each with its size and checksum. */
export async function dataPackageOf({ report, data, publisher, made }: Source): Promise<Uint8Array<ArrayBuffer>> {
  const resource = async (name: string) => {
    const { bytes, sha256 } = await made(name)
    return { path: name, bytes: bytes.length, hash: `sha256:${sha256}` }
  }
  const tables = TABLES.map(async (table) => ({
    $schema: `${PROFILES}/dataresource.json`,
    type: 'table',
    name: table.name,
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(await resource(`${table.name}.csv`)),
    dialect: {
      $schema: `${PROFILES}/tabledialect.json`,
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: schemaOf(table),
  }))
  const { url } = data.report
  const description = {
    $schema: `${PROFILES}/datapackage.json`,
    name: `gyokaku-report-${report.id}`,
    title: report.title,
    description: `${report.title}の取組、実績、数値。文は報告書のとおり。`,
    ...(isFull(url) && { homepage: url }),
    keywords: [publisher.subject, publisher.name, report.year],
    contributors: [{ title: `${publisher.name} ${report.department}`, roles: ['publisher'] }],
    ...(publisher.licence && { licenses: [{ title: publisher.licence.name, path: publisher.licence.url }] }),
    resources: [
      ...(await Promise.all(tables)),
      {
        $schema: `${PROFILES}/dataresource.json`,
        name: 'report',
        title: '報告書のデータ（JSON）',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        ...(await resource('initiatives.json')),
      },
    ],
  }
  return new TextEncoder().encode(`${JSON.stringify(description, null, 2)}\n`)
}

/** A table as Table Schema describes it. */
export function schemaOf({ fields, key }: Table) {
  return { $schema: `${PROFILES}/tableschema.json`, fields: fields.map(fieldOf), primaryKey: key, missingValues: [''] }
}

function fieldOf({ name, title, description, type, blank, codes }: Field) {
  return {
    name,
    type,
    title,
    description: blank === null ? description : `${description}。空欄は、${blank}`,
    ...(codes && { categories: Object.entries(codes).map(([value, label]) => ({ value, label })) }),
    constraints: { required: blank === null, ...(codes && { enum: Object.keys(codes) }) },
  }
}

const isFull = (url: string) => /^https?:/.test(url)
