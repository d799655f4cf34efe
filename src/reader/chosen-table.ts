import type { CsvTable } from '../publish/csv.ts'
import { whereabouts } from './select-boxes.ts'

export type TableName = 'results' | 'figures'

/** The chosen initiatives' lines of a table as CSV; `null` where they have none. */
export async function chosenTable(
  form: HTMLFormElement,
  name: TableName,
  chosen: readonly string[],
): Promise<string | null> {
  const tablesOf = whereabouts(form, 'tables')
  const urls = [...new Set(chosen.map(tablesOf))]
  const tables = new Map(await Promise.all(urls.map(async (url) => [url, await fetchTable(url, name)] as const)))
  const rows = chosen.map((number) => tables.get(tablesOf(number))?.lines[number] ?? '').join('')
  return rows === '' ? null : (tables.get(urls[0] ?? '')?.header ?? '') + rows
}

async function fetchTable(url: string, name: TableName): Promise<CsvTable> {
  const response = await fetch(url)
  return ((await response.json()) as Record<TableName, CsvTable>)[name]
}
