import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../src/search/language/forms.ts'
import { odditiesOf, plainCharacter } from '../../src/text/characters.ts'
import { findEras } from '../../src/text/written-eras.ts'
import { foldWidth } from '../../src/text/fold.ts'
import { readText } from '../../src/text/source-file.ts'
import { textOf } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'
import { MORE_RUNS } from '../runs.ts'

const files = await frozenYear()
const lines = files
  .filter(({ path }) => path.startsWith('initiatives/'))
  .flatMap((file) => textOf(file).split('\n'))
  .filter((line) => line !== '' && line !== '---')

/** What a character may be typed, pasted or converted as. */
const alikes = new Map<string, string[]>()
const add = (character: string, alike: string) => alikes.set(character, [...(alikes.get(character) ?? []), alike])
for (let code = 0x2e80; code < 0x2fe0; code++) {
  const radical = String.fromCharCode(code)
  if (plainCharacter(radical) !== radical) add(plainCharacter(radical), radical)
}
for (let code = 0x21; code < 0x7e; code++) add(String.fromCharCode(code), String.fromCharCode(code + 0xfee0))
for (const blank of '\u00a0\u2003\u2009\u202f') add(' ', blank)
for (const wave of '〜∼') add('～', wave)
for (const kana of 'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽガギグゲゴザジズゼゾダデドバビブベボパピプペポ') {
  add(kana, kana.normalize('NFD'))
}

/** What may be put in anywhere without being seen. */
const UNSEEN = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u200f', '\u202c', '\u00ad', '\ufe00', '\u{e0100}']

const eras = (text: string) => findEras(foldWidth(text), 2025).map(({ text: written, start, ...rest }) => rest)
const withoutEnds = (text: string) => eras(text).map(({ end, ...rest }) => rest)

test('the report itself has none of them', () => {
  expect(lines.flatMap(odditiesOf)).toEqual([])
})

test('a text of the report in look-alikes is told of, or reads, finds and dates the same', () => {
  const place = fc.tuple(fc.nat(), fc.nat())
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.array(place, { minLength: 1, maxLength: 6 }), (line, places) => {
      const characters = [...line]
      for (const [at, which] of places) {
        const own = alikes.get(characters[at % characters.length] ?? '')
        if (own) characters[at % characters.length] = own[which % own.length] ?? ''
      }
      const written = characters.join('')
      const { text } = readText({ path: 'r7/initiatives/1-1-1-1.md', bytes: new TextEncoder().encode(`あ${written}`) })
      expect(normalise(text.slice(1))[0]).toBe(normalise(line)[0])
      expect(withoutEnds(text.slice(1))).toEqual(withoutEnds(line))
    }),
    { numRuns: 500 * MORE_RUNS },
  )
})

test('what is put in without being seen is told of, and found all the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.nat(), fc.constantFrom(...UNSEEN), (line, at, unseen) => {
      const start = at % (line.length + 1)
      const written = `あ${line.slice(0, start)}${unseen}${line.slice(start)}`
      expect(odditiesOf(written)).toHaveLength(1)
      expect(normalise(written)[0]).toBe(normalise(`あ${line}`)[0])
    }),
    { numRuns: 500 * MORE_RUNS },
  )
})

test.each([
  ['八⼾市の⻑', '八戸市の長'],
  ['⿊⽯市、⻘森', '黒石市、青森'],
  ['葛\u{e0100}飾', '葛飾'],
  ['か\u3099く', 'がく'],
  ['か゛く', 'がく'],
  ['電\u2060子\u00a0契約', '電子契約'],
])('%j is found as %s', (written, typed) => {
  expect(normalise(written)[0]).toBe(normalise(typed)[0])
})

test.each(['人👨‍👩‍👧と❤️', '髙橋と𠮷田', '全角　空白', 'μΩ±'])('%s holds nothing odd', (text) => {
  expect(odditiesOf(text)).toEqual([])
})
