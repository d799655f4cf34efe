import { stringify } from 'csv-stringify/browser/esm/sync'
import type { PublishedInitiative } from './open-data.ts'
import type { Origin, Table } from './table.ts'

/**
 * Initiatives as a CSV file: UTF-8 with the byte order mark without which Excel does not read it so, lines ended by CRLF
 * (RFC 4180), a header row of ASCII names, no line break in any cell. A text that a spreadsheet would run as a formula
 * gets a `'` in front (OWASP, CSV injection); a negative number begins with `-` and stays a number.
 */
export function csvOf(table: Table, initiatives: readonly PublishedInitiative[], origin: Origin): string {
  const header = table.fields.map(({ name }) => name)
  const rows = initiatives.flatMap((initiative) => table.rowsOf(initiative, origin))
  return (
    BOM +
    stringify([header, ...rows], {
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: {
        string: (text) => text.replaceAll(/[\r\n\u2028\u2029\v\f\u0085]+/g, ' '),
        number: (value) => ({ value: String(value), escape_formulas: false }),
      },
    })
  )
}

const BOM = '\uFEFF'
