import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Which room uses which, and in how many imports: `components` → `report` → 12. */
export type Uses = Map<string, Map<string, number>>

const SOURCE = /\.(ts|astro|mdx)$/
/** The relative address of an import: `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`, `new URL('./a.ts', …)`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)'(\.{1,2}\/[^']+)'/g

/** The imports between rooms as the sources below `root` have them. */
export function usesOf(root: string): Uses {
  const uses: Uses = new Map()
  for (const file of ['src', 'scripts', 'tests'].flatMap((folder) => sourcesIn(root, folder))) {
    const from = roomOf(file)
    for (const [, address = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)) {
      const to = roomOf(path.posix.join(path.posix.dirname(file), address))
      if (!to || !from || to === from) continue
      const used = uses.get(from) ?? new Map<string, number>()
      uses.set(from, used.set(to, (used.get(to) ?? 0) + 1))
    }
  }
  return uses
}

/** `src/check/yaml/outline.ts` → `check`, `src/search/index/lines.ts` → `search/index`; `null` outside of the house. */
export function roomOf(file: string): string | null {
  const [folder = '', ...below] = file.split('/')
  if (folder === 'scripts' || folder === 'tests') return folder
  if (folder !== 'src') return null
  // Astro wants these two at this place.
  if (file.startsWith('src/content.config.')) return 'build'
  if (below.length === 1) return 'site'
  return below[0] === 'search' ? below.slice(0, 2).join('/') : (below[0] ?? null)
}

/** The rooms of each floor that there are, from the patterns that eslint holds: `['src/text/**']` → `['text']`. */
export function floorsOf(patterns: readonly (readonly string[])[], uses: Uses): string[][] {
  const there = new Set([...uses].flatMap(([from, used]) => [from, ...used.keys()]))
  return patterns.map((floor) => {
    const rooms = floor.flatMap((pattern) => roomOf(pattern.replace('/**', '/x')) ?? [])
    return [...new Set(rooms)].filter((room) => there.has(room))
  })
}

/** Imports that run upstairs: `text → check`. */
export function upstairs(uses: Uses, floors: readonly (readonly string[])[]): string[] {
  const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room))
  return [...uses].flatMap(([from, used]) =>
    [...used.keys()].filter((to) => floorOf(to) > floorOf(from)).map((to) => `${from} → ${to}`),
  )
}

/** The floors as a picture in Mermaid, the ground below. */
export function pictureOf(floors: readonly (readonly string[])[]): string {
  const boxes = floors.map((rooms, floor) => `  f${floor}["${rooms.join(' · ')}"]`)
  const arrows = floors.slice(1).map((_, floor) => `  f${floor + 1} --> f${floor}`)
  return ['```mermaid', 'flowchart TD', ...boxes.reverse(), ...arrows.reverse(), '```'].join('\n')
}

/** Every room with the rooms that it uses and the number of imports, from the ground up. */
export function tableOf(uses: Uses, floors: readonly (readonly string[])[]): string {
  const order = floors.flat()
  const rows = order
    .filter((room) => uses.has(room))
    .map((room) => {
      const used = [...(uses.get(room) ?? [])].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      return `| ${room} | ${used.map(([to, count]) => `${to} ${count}`).join(', ')} |`
    })
  return ['| Room | uses (number of imports) |', '| --- | --- |', ...rows].join('\n')
}

/** A text with the picture and the table in the places that are marked for them. */
export function withRooms(text: string, uses: Uses, floors: readonly (readonly string[])[]): string {
  const parts = { picture: pictureOf(floors), table: tableOf(uses, floors) }
  return Object.entries(parts).reduce(
    (all, [name, part]) =>
      all.replace(
        new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}\n\n${part}\n\n${end}`,
      ),
    text,
  )
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file) && !/(^|\/)(fixtures|peers|node_modules)\//.test(file))
    .map((file) => path.posix.join(folder, file))
    .sort()
}
