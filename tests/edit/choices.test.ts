import { expect, test } from 'vitest'
import { nameOf } from '../../src/edit/choices.ts'
import { RECEIVED_FILE, ROOT_FILES, YEAR_FILES } from '../../src/report/content-files.ts'

const yearFiles = YEAR_FILES.filter((file) => file !== RECEIVED_FILE)

test.each([...ROOT_FILES, ...yearFiles.map((file) => `r7/${file}`)])('%s can be chosen by a name', (path) => {
  expect(nameOf(path, '')).toMatch(/[ぁ-ん一-龠ァ-ヶ]/)
})

test.each(['README.md', 'r7/source.md', 'r7/initiatives/notes.txt'])('%s is none that staff edit there', (path) => {
  expect(nameOf(path, '')).toBeNull()
})
