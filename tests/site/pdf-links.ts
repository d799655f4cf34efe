import { readFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'

/** Where the links of a PDF lead, page by page. */
export interface PdfLinks {
  /** Addresses outside of the document. */
  addresses: string[]
  /** Ids of places inside it. */
  inside: string[]
  /** Ids and actions that lead to no place. */
  dead: string[]
}

export async function pdfLinks(file: string): Promise<PdfLinks> {
  const pdf = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  const places = new Set(pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).keys())
  const links: PdfLinks = { addresses: [], inside: [], dead: [] }
  for (const annotation of annotationsOf(pdf)) {
    const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
    const place = annotation.lookup(PDFName.of('Dest'))
    if (address instanceof PDFString || address instanceof PDFHexString) links.addresses.push(address.decodeText())
    else if (place instanceof PDFName && places.has(place)) links.inside.push(place.decodeText())
    else links.dead.push(String(annotation))
  }
  return links
}

function annotationsOf(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap(({ node }) => {
    const annotations = node.Annots()
    return Array.from({ length: annotations?.size() ?? 0 }, (_, i) => annotations?.lookup(i, PDFDict) as PDFDict)
  })
}
