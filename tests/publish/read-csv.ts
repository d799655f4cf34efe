import { parse } from 'csv-parse/sync'

/** A published CSV file's records, as a strict reader (RFC 4180) has them: with what each cell says, without the `'` of a disarmed formula. */
export function readCsv(text: string): Record<string, string>[] {
  const records: Record<string, string>[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, cell]) => [name, cell.replace(/^'(?=[=+@\t＝＋－＠-])/, '')]),
    ),
  )
}
