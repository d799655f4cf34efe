import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { readReports } from '../../src/build/content.ts'
import { readFiles } from '../../src/build/folder.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { bytesOf } from '../../src/page-bytes.ts'
import { pageBytes } from '../../src/parting.ts'
import { assembleReport } from '../../src/report/report.ts'

test('a page takes about as many bytes as it is thought to, and not more', async () => {
  const { reports, bodies, terms } = readReports(await readFiles(FROZEN_CONTENT))
  const report = assembleReport(reports[0] as (typeof reports)[0])
  const html = (number: string) => bodies.get(`${report.id}/${number}`)?.html ?? ''
  const { viewpoints, data, ...pages } = pageBytes(report, (number) => bytesOf(html(number)), terms)
  const size = (file: string) => statSync(path.join(inject('dist'), report.id, file)).size
  for (const [page, bytes] of Object.entries({ ...pages, 'initiatives.json': data })) {
    const made = page === 'contents' ? 'index.html' : page.endsWith('.json') ? page : `${page}/index.html`
    expect(bytes / size(made), page).toBeGreaterThan(1)
    expect(bytes / size(made), page).toBeLessThan(1.35)
  }
  for (const [number, bytes] of viewpoints) expect(bytes, number).toBeGreaterThan(size(`${number}/index.html`))
})
