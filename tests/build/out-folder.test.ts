import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseOthers, refusePlace } from '../../src/build/out-folder.ts'
import { SMALL_CONTENT, everythingIn, linesOf, run } from './commands.ts'

/** A copy of the project, because a command that goes wrong here would take the project itself away. */
let parent: string
let project: string
beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'out-'))
  project = path.join(parent, 'project')
  for (const name of ['scripts', 'src', 'package.json', 'astro.config.mjs']) {
    cpSync(name, path.join(project, name), { recursive: true })
  }
  cpSync(SMALL_CONTENT, path.join(project, 'content'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'))
  writeFileSync(path.join(parent, 'mine.txt'), 'mine')
  const make = (folder: string, file: string) => {
    mkdirSync(path.join(parent, folder), { recursive: true })
    if (file) writeFileSync(path.join(parent, folder, file), 'mine')
  }
  make('project/.git', 'HEAD')
  make('photos', 'a.jpg')
  make('photos', '.photos')
  make('empty', '')
  make('pages', '.gyokaku-build')
  make('pages/.git', 'HEAD')
  make('all', '.gyokaku-build')
  make('all/content', 'r7')
  make('marked-folder/.gyokaku-build', 'a.jpg')
  make('.photos.swap-old', 'a.jpg')
  symlinkSync(path.join(parent, 'empty'), path.join(parent, 'link'))
  symlinkSync(path.join(parent, 'nowhere'), path.join(parent, 'dead-link'))
  symlinkSync(parent, path.join(parent, 'round'))
})
afterAll(() => rmSync(parent, { recursive: true }))

test.each([
  ['the project', '.', /プロジェクトそのもの/],
  ['the project by way of a link', '../round/project', /プロジェクトそのもの/],
  ['above the project', '..', /プロジェクトそのもの/],
  ['the root', '/', /プロジェクトそのもの/],
  ['the content', 'content', /content/],
  ['a new folder in the content', 'content/dist', /content/],
  ['a report', 'content/r7', /content/],
  ['the program', 'src', /src の中/],
  ['a new folder in the program', 'src/pages/dist', /src の中/],
  ['what npm installed', 'node_modules', /node_modules の中/],
  ['a new folder in what npm installed', 'node_modules/dist', /node_modules の中/],
  ['the history', '.git', /\.git の中/],
  ['a new folder of what is served as it is', 'public/dist', /public の中/],
  ['a folder of other files', '../photos', /目印/],
  ['a folder whose marker is none', '../marked-folder', /目印/],
  ['a built folder with a history of its own', '../pages', /Git/],
  ['a file', '../mine.txt', /ファイル/],
  ['a file of the project', 'package.json', /ファイル/],
  ['a link to an empty folder', '../link', /シンボリックリンク/],
  ['a link to nothing', '../dead-link', /シンボリックリンク/],
])('no site is built where OUT_DIR is %s', (_, out, says) => {
  const place = path.resolve(project, out)
  expect(() => {
    refusePlace(place, path.join(project, 'content'), project)
    refuseOthers(place)
  }).toThrow(says)
})

test.each([
  ['absent', 'dist'],
  ['absent, below folders that are absent', 'site/of/today'],
  ['empty', '../empty'],
  ['built', '../all'],
])('a site is built where OUT_DIR is %s', (_, out) => {
  const place = path.resolve(project, out)
  expect(() => {
    refusePlace(place, path.join(project, 'content'), project)
    refuseOthers(place)
  }).not.toThrow()
})

test.each([
  ['build', '.', 'content', /プロジェクトそのもの/],
  ['build', '../all', '../all/content', /content/],
  ['build', '../photos', 'content', /目印/],
  ['build', '../mine.txt/dist', 'content', /フォルダーがあるはずの場所に、ファイル/],
  ['pdf', '../photos', 'content', /先に npm run build/],
])(
  '%s with OUT_DIR=%s and CONTENT_DIR=%s says no in one line and touches nothing',
  (script, OUT_DIR, CONTENT_DIR, says) => {
    const before = everythingIn(parent)
    const ended = run(script, { OUT_DIR, CONTENT_DIR }, [], { cwd: project })
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringMatching(says)])
    expect(everythingIn(parent)).toEqual(before)
  },
  30_000,
)
