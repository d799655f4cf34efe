import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { walk } from './walk.ts'

/** What is text; all else that is published is packed already. */
const TEXT = /\.(?:html|css|js|json|jsonld|svg|xml|csv|ics|md|txt)$/

/** As many at once as Node has threads for it. */
const AT_ONCE = 4

const PACKERS: [ending: string, pack: (bytes: Uint8Array) => Promise<Uint8Array>][] = [
  [
    '.br',
    (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
]

/**
 * Writes `.br` and `.gz` beside each text of a folder that they make smaller, so that a server sends them as they are. The
 * same text gives the same bytes. What stands beside a text already is of an earlier build, and of the same text.
 */
export async function writeCompressed(folder: string): Promise<void> {
  const texts = walk(folder)
    .filter(({ place, entry }) => entry.isFile() && TEXT.test(place) && !/(?:^|\/)\./.test(place))
    .map(({ place }) => path.join(folder, place))
  const next = async () => {
    for (let file = texts.pop(); file !== undefined; file = texts.pop()) await writeBeside(file)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}

async function writeBeside(file: string): Promise<void> {
  const bytes = readFileSync(file)
  for (const [ending, pack] of PACKERS) {
    if (existsSync(file + ending)) continue
    const packed = await pack(bytes)
    if (packed.length < bytes.length) writeFileSync(file + ending, packed)
  }
}
