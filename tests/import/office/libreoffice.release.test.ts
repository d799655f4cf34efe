import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readDocument } from '../../../src/import/document.ts'
import { filesOf } from '../../../src/import/files.ts'
import { importDocument } from '../../../src/import/import.ts'
import { receiveOffice } from '../../../src/import/office/office.ts'
import { correctionsOf } from '../../content.ts'
import { FROZEN_YEAR, frozenYear } from '../../frozen-report.ts'
import { deckOf, wordOf } from './deck.ts'
import { savedByLibreOffice, slidesByLibreOffice, wordByLibreOffice } from './libreoffice.ts'
import { makeSlides, makeWord } from './make.ts'

const source = readFileSync(`${FROZEN_YEAR}/source.md`, 'utf8')
const corrections = correctionsOf(await frozenYear())
const units = readDocument(source)

function contentOf(markdown: string) {
  const imported = importDocument(markdown, 'R7', corrections)
  return Array.isArray(imported) ? imported : filesOf(imported, new Map())
}

beforeAll(() => {
  if (spawnSync('soffice', ['--version']).status === 0) return
  execFileSync('apt-get', ['update'])
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-impress', 'libreoffice-writer'])
}, 600_000)

test.each<[name: string, file: () => Uint8Array]>([
  ['slides that LibreOffice wrote', () => slidesByLibreOffice(deckOf(units, 'hand'))],
  ['slides that LibreOffice saved again', () => savedByLibreOffice(makeSlides(deckOf(units, 'hand')), 'pptx')],
  ['a Word document that LibreOffice wrote', () => wordByLibreOffice(wordOf(units, 'hand', true))],
  ['one without styles', () => wordByLibreOffice(wordOf(units, 'hand', false))],
  ['one with Word’s own numbers', () => savedByLibreOffice(makeWord(wordOf(units, 'program', true)), 'docx')],
  [
    'one with its own numbers and no styles',
    () => savedByLibreOffice(makeWord(wordOf(units, 'program', false)), 'docx'),
  ],
])('%s: the content is the committed one', (_, file) => {
  expect(contentOf(receiveOffice(file()).markdown)).toEqual(contentOf(source))
})
