import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodePng } from '../../src/build/png.ts'
import { type Picture, findPainter, writePictures } from '../../src/build/pictures.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a PNG without filters says of its pixels: size, and red, green and blue of each. */
function decode(png: Buffer): { width: number; height: number; colours: number[][] } {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13)
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 3 ? 1 : 3]
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const colours = Array.from({ length: width * height }, (_, i) => {
    const at = Math.floor(i / width) * (1 + width * channels) + 1 + (i % width) * channels
    const [bytes, from] = channels === 1 ? [chunks.get('PLTE') ?? Buffer.alloc(0), 3 * (lines[at] ?? 0)] : [lines, at]
    return [...bytes.subarray(from, from + 3)]
  })
  return { width, height, colours }
}

test.each([
  [
    'few colours',
    [
      [1, 2, 3],
      [255, 0, 128],
      [1, 2, 3],
      [9, 9, 9],
      [0, 0, 0],
      [1, 2, 3],
    ],
  ],
  ['more than a palette holds', Array.from({ length: 300 }, (_, i) => [i % 256, i >> 8, 7])],
])('a PNG of %s holds every pixel', (_, colours) => {
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]))
  expect(decode(encodePng(3, colours.length / 3, pixels))).toEqual({ width: 3, height: colours.length / 3, colours })
})

/** A picture of one colour with a text that no other test draws. */
const picture = (file: string, fill: string, height = 20): Picture => ({
  file,
  scale: 2,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 ${height}" width="30" height="${height}"><rect width="30" height="${height}" fill="${fill}"/><text x="30" y="15" font-size="10">${path.basename(folder)}</text></svg>`,
})

test('pictures are drawn each in its own file, and a second time they are only copied', async () => {
  const painter = findPainter()
  if (!painter) throw new Error('@resvg/resvg-wasm is not installed')
  const pictures = [picture('r7/a.png', '#ff0000'), picture('b.png', '#00ff00', 40), picture('c.png', '#0000ff')]
  expect(await writePictures(folder, pictures, painter)).toEqual(['r7/a.png', 'b.png', 'c.png'])
  const drawn = pictures.map(({ file }) => decode(readFileSync(path.join(folder, file))))
  expect(drawn.map(({ width, height, colours }) => [width, height, colours[0]])).toEqual([
    [60, 40, [255, 0, 0]],
    [60, 80, [0, 255, 0]],
    [60, 40, [0, 0, 255]],
  ])
  const again = path.join(folder, 'again')
  await writePictures(again, pictures, painter)
  for (const { file } of pictures)
    expect(readFileSync(path.join(again, file))).toEqual(readFileSync(path.join(folder, file)))
  // One that can't paint is not asked; it is known by its size.
  const broken = path.join(folder, 'broken.wasm')
  writeFileSync(broken, Buffer.alloc(statSync(painter.wasm).size))
  await writePictures(again, pictures, { ...painter, wasm: broken })
  await expect(writePictures(again, [picture('d.png', '#123456')], { ...painter, wasm: broken })).rejects.toThrow()
})

test('text is drawn with the font of the project, whatever the machine has', async () => {
  const painter = findPainter()
  if (!painter) throw new Error('@resvg/resvg-wasm is not installed')
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" width="30" height="20"><rect width="30" height="20" fill="#fff"/><text y="18" font-size="18" font-family="'Hiragino Sans', sans-serif">県庁</text></svg>`
  await writePictures(folder, [{ file: 'text.png', svg: text, scale: 2 }], painter)
  const dark = decode(readFileSync(path.join(folder, 'text.png'))).colours.filter(([red = 255]) => red < 100).length
  expect(dark).toBeGreaterThan(150)
})
