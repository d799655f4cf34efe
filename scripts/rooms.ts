/** `npm run rooms`: writes the floors and the imports between rooms into CONTRIBUTING.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { FLOORS } from '../floors.js'
import { floorsOf, upstairs, usesOf, withRooms } from '../src/build/rooms.ts'

const FILE = 'CONTRIBUTING.md'

const uses = usesOf('.')
const floors = floorsOf(FLOORS, uses)
const text = withRooms(readFileSync(FILE, 'utf8'), uses, floors)
writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }))
for (const way of upstairs(uses, floors)) console.error(`upstairs: ${way}`)
