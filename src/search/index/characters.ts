import type { MatchPlace } from './record.ts'

/**
 * The index of single characters, for queries of one: for each character its rows by where it first stands in them, in
 * ascending order, each counted from the one before. `{ 電: { title: [3, 1], text: [0, 7] } }`: rows 3, 4 and 0, 7.
 */
export type CharacterRows = Record<string, Partial<Record<MatchPlace, number[]>>>

/** The characters of all rows. */
export function characterRowsOf(records: readonly { characters: ReadonlyMap<string, MatchPlace> }[]): CharacterRows {
  const all: CharacterRows = {}
  records.forEach(({ characters }, row) => {
    for (const [character, place] of characters) ((all[character] ??= {})[place] ??= []).push(row)
  })
  for (const places of Object.values(all)) {
    for (const [place, rows] of Object.entries(places) as [MatchPlace, number[]][]) {
      places[place] = rows.map((row, i) => row - (rows[i - 1] ?? 0))
    }
  }
  return all
}

/** Where one character stands in the rows that have it. */
export function placesOf(character: string, all: CharacterRows): Map<number, MatchPlace> {
  const places = new Map<number, MatchPlace>()
  for (const [place, steps] of Object.entries(all[character] ?? {}) as [MatchPlace, number[]][]) {
    let row = 0
    for (const step of steps) places.set((row += step), place)
  }
  return places
}

/** As many characters of JSON as one file may have on average: what a query of one character loads. */
const FILE_LENGTH = 16_384

/** The characters parted into files; a character's file is `fileOfCharacter`. */
export function partCharacters(all: CharacterRows): CharacterRows[] {
  const parts = Array.from({ length: Math.ceil(JSON.stringify(all).length / FILE_LENGTH) }, (): CharacterRows => ({}))
  for (const [character, rows] of Object.entries(all)) {
    const part = parts[fileOfCharacter(character, parts.length)]
    if (part) part[character] = rows
  }
  return parts
}

/** The place of a character's file among so many. */
export function fileOfCharacter(character: string, files: number): number {
  return (character.codePointAt(0) ?? 0) % files
}
