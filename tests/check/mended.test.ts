import { expect, test } from 'vitest'
import { checkFiles } from '../../src/build/content.ts'
import { fixFiles } from '../../src/check/fix.ts'
import { frozenContent } from '../frozen-report.ts'

const files = await frozenContent()
const known = checkFiles(files).findings.length

test.each<[name: string, file: string, broken: (text: string) => string]>([
  ['・ for each - ', '2-2-1-1', (text) => text.replace(/^- /gm, '・')],
  ['・ for one - ', '2-2-1-1', (text) => text.replace(/^- R7～無線/m, '・ R7～無線')],
  ['・ behind each - ', '2-2-1-1', (text) => text.replace(/^- /gm, '- ・')],
  ['- without its blank', '2-2-1-1', (text) => text.replace(/^- /gm, '-')],
  [
    '• for each - of nested results',
    '1-2-1-2',
    (text) => text.replace(/^ {2}- (?=インターン|職場体験プログラム（3日間）5)/gm, '  • '),
  ],
  ['letters that stand apart', '1-2-1-4', (text) => text.replace('SPI方式', 'S P I方式').replace('R7採用', 'R 7採用')],
  ['full-width years and values', '2-1-3-1', (text) => text.replace('R5: 127, R6: 336', 'Ｒ５: １２７, R6: ３３６')],
])('npm run fix mends %s, and nothing is left to say', (_, name, broken) => {
  const path = `r7/initiatives/${name}.md`
  const whole = new TextDecoder().decode(files.find((file) => file.path === path)?.bytes)
  const bytes = new TextEncoder().encode(broken(whole))
  expect(new TextDecoder().decode(bytes)).not.toBe(whole)
  const given = files.map((file) => (file.path === path ? { path, bytes } : file))
  expect(checkFiles(given).findings.length).toBeGreaterThan(known)
  const fixed = fixFiles(given, (all) => checkFiles(all).findings)
  expect(new TextDecoder().decode(fixed.files[0]?.bytes)).toBe(whole)
  expect(fixed.findings).toHaveLength(known)
})

test('a circle, which may be meant as an initiative, is left to a person', () => {
  const path = 'r7/initiatives/2-2-1-1.md'
  const given = files.map((file) => {
    const text = new TextDecoder().decode(file.bytes)
    return file.path === path
      ? { path, bytes: new TextEncoder().encode(text.replace(/^- R7～無線/m, '○ R7～無線')) }
      : file
  })
  const findings = checkFiles(given).findings.filter(({ file, rule }) => file === path && rule === 'body/bullet')
  expect(findings).toHaveLength(1)
  expect(findings[0]?.fix).toBeUndefined()
})
