/** The thread of `writePictures`. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { Resvg, initWasm } from '@resvg/resvg-wasm'
import { type Picture, type PictureTask } from './pictures.ts'
import { encodePng } from './png.ts'

/** Reading the fonts takes as long as drawing two pictures, so several are drawn below each other as one, and cut apart. */
const SHEET = 8

interface Sized extends Picture {
  width: number
  height: number
}

const { pictures, fonts, wasm } = workerData as PictureTask
await initWasm(readFileSync(wasm))
const fontBuffers = fonts.map((file) => readFileSync(file))
const byWidth = Map.groupBy(pictures.map(sizedOf), ({ width, scale }) => `${width} ${scale}`)
for (const alike of byWidth.values()) {
  for (let i = 0; i < alike.length; i += SHEET) drawSheet(alike.slice(i, i + SHEET))
}

function sizedOf(picture: Picture): Sized {
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(picture.svg) ?? []
  if (!width || !height) throw new Error(`${picture.file} has no size`)
  return { ...picture, width: Number(width), height: Number(height) }
}

function drawSheet(sheet: readonly Sized[]): void {
  const [{ width, scale } = { width: 0, scale: 1 }] = sheet
  let top = 0
  const parts = sheet.map((picture) => {
    const y = top
    top += picture.height
    return { ...picture, y }
  })
  // As groups: an <svg> in another one is cut at its edges, by a mask as large as the sheet.
  const inner = parts.map(({ svg, y }) =>
    svg.replace(/^<svg [^>]*>/, `<g transform="translate(0 ${y})">`).replace(/<\/svg>$/, '</g>'),
  )
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}">${inner.join('')}</svg>`
  const painter = new Resvg(whole, {
    font: { fontBuffers, defaultFontFamily: 'BIZ UDPGothic' },
    fitTo: { mode: 'zoom', value: scale },
  })
  const image = painter.render()
  const { pixels } = image
  const line = image.width * 4
  for (const { file, y, height } of parts) {
    const own = pixels.subarray(y * scale * line, (y + height) * scale * line)
    // Another build may draw the same picture for the same cache.
    const beside = `${file}.${process.pid}`
    writeFileSync(beside, encodePng(image.width, height * scale, own))
    renameSync(beside, file)
  }
  image.free()
  painter.free()
}
