import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MadeSlide, MadeWordParagraph } from './make.ts'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const words = (text: string) => text.split('\n').map(escape).join('<text:line-break/>')

const NAMES = ['office', 'text', 'style', 'draw', 'presentation']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`)
  .join(' ')
const MORE =
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

function flat(kind: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMES} ${MORE} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`
}

/** Paragraphs as nested lists, as LibreOffice has levels. */
function lists(paragraphs: readonly { text: string; level?: number }[]): string {
  let xml = ''
  for (const { text, level = 0 } of paragraphs) {
    const depth = level + 1
    xml += `${'<text:list><text:list-item>'.repeat(depth)}<text:p>${words(text)}</text:p>${'</text:list-item></text:list>'.repeat(depth)}`
  }
  return xml
}

/** The slides as a presentation that LibreOffice writes. */
export function slidesByLibreOffice(slides: readonly MadeSlide[]): Uint8Array {
  const pages = slides.map(({ boxes }, i) => {
    const frames = boxes.map(({ at: [x, y, width, height], type, paragraphs }) => {
      const place = `svg:x="${x}cm" svg:y="${y}cm" svg:width="${width}cm" svg:height="${height}cm"`
      const kind = type === 'title' ? 'presentation:class="title"' : 'presentation:class="outline"'
      const text =
        type === 'title' ? paragraphs.map((each) => `<text:p>${words(each.text)}</text:p>`).join('') : lists(paragraphs)
      return `<draw:frame ${kind} ${place}><draw:text-box>${text}</draw:text-box></draw:frame>`
    })
    return `<draw:page draw:name="${i + 1}" draw:master-page-name="Default">${frames.join('')}</draw:page>`
  })
  return converted(flat('presentation', pages.join('')), 'fodp', 'pptx')
}

/** The paragraphs as a Word document that LibreOffice writes. */
export function wordByLibreOffice(paragraphs: readonly MadeWordParagraph[]): Uint8Array {
  const body = paragraphs.map(({ text, level = 0, style }) => {
    const depth = Number(style?.slice(-1))
    if (depth > 0) return `<text:h text:outline-level="${depth}">${words(text)}</text:h>`
    return level > 0 ? lists([{ text, level: level - 1 }]) : `<text:p>${words(text)}</text:p>`
  })
  return converted(flat('text', body.join('')), 'fodt', 'docx')
}

/** A file that LibreOffice has opened and saved. */
export function savedByLibreOffice(file: Uint8Array, kind: 'pptx' | 'docx'): Uint8Array {
  return converted(file, kind, kind)
}

function converted(document: string | Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'))
  try {
    const file = path.join(folder, `document.${from}`)
    writeFileSync(file, document)
    const out = path.join(folder, 'out')
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const { status, stderr } = spawnSync(
      'soffice',
      ['--headless', profile, '--convert-to', to, '--outdir', out, file],
      {
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return readFileSync(path.join(out, `document.${to}`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
