import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { everythingIn, run } from '../build/commands.ts'
import { ELSEWHERE, copyProject } from '../build/elsewhere.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { SETTINGS } from './build.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'same-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the whole site, index and PDF included, is the same byte for byte from another folder, on another day, in another time zone and language', () => {
  const out = path.join(folder, 'dist')
  const project = copyProject(folder)
  // The copy lies in no repository; the commit is the same one.
  const repository = { GIT_DIR: path.resolve('.git'), GIT_WORK_TREE: project }
  const settings = {
    ...SETTINGS,
    ...ELSEWHERE,
    ...repository,
    CONTENT_DIR: path.resolve(FROZEN_CONTENT),
    OUT_DIR: out,
    PDF: '1',
  }
  const { status, output } = run('build', settings, [], { cwd: project })
  expect(status, output).toBe(0)
  const [first, second] = [everythingIn(inject('dist')), everythingIn(out)]
  expect(Object.keys(first)).toContain('r7/report.pdf')
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort())
  expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([])
}, 600_000)
