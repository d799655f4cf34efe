import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Of IHDR: 8 bits for each pixel's colour of a palette, or for each of red, green and blue (PNG, third edition, 11.2.1). */
const COLOUR = { palette: 3, rgb: 2 } as const

/**
 * Opaque pixels as a PNG file; `pixels` are red, green, blue and alpha, row by row. Charts have few colours, which then
 * stand in a palette: a third of the size, and of the time. The same pixels give the same bytes.
 */
export function encodePng(width: number, height: number, pixels: Uint8Array): Buffer {
  const { palette, indexes } = inPalette(pixels)
  const isSmall = palette.length <= 256
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  header.setUint8(8, 8)
  header.setUint8(9, isSmall ? COLOUR.palette : COLOUR.rgb)
  const channels = isSmall ? 1 : 3
  const lines = new Uint8Array(height * (1 + width * channels))
  for (let y = 0; y < height; y++) {
    // A line begins with its filter: none.
    const start = y * (1 + width * channels) + 1
    const from = y * width
    if (isSmall) lines.set(indexes.subarray(from, from + width), start)
    else for (let x = 0; x < width; x++) lines.set(pixels.subarray(4 * (from + x), 4 * (from + x) + 3), start + 3 * x)
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    ...(isSmall ? [chunk('PLTE', Uint8Array.from(palette.flatMap(colourOf)))] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Each colour once, as one number, and each pixel's place among them; given up at more than 256. */
function inPalette(pixels: Uint8Array): { palette: number[]; indexes: Uint8Array } {
  const colours = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const indexes = new Uint8Array(pixels.length / 4)
  const places = new Map<number, number>()
  let [last, place] = [-1, 0]
  for (let i = 0; i < indexes.length; i++) {
    const colour = colours.getUint32(4 * i)
    // Most pixels are as the one before.
    if (colour !== last) {
      place = places.get(colour) ?? places.size
      places.set(colour, place)
      if (places.size > 256) break
      last = colour
    }
    indexes[i] = place
  }
  return { palette: [...places.keys()], indexes }
}

const colourOf = (colour: number) => [colour >>> 24, (colour >>> 16) & 0xff, (colour >>> 8) & 0xff]

/** Length, name, data, and the checksum of the last two. */
function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
