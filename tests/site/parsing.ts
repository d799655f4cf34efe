import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/**
 * What a browser has to mend when it reads a page: `1:20 duplicate-attribute`, and each element that it puts elsewhere
 * than where the source has it (`1:60 script does not stand there in its body`), of which parse5 itself says nothing.
 */
export function parsingFaults(html: string): string[] {
  const faults: string[] = []
  const onParseError = ({ code, startLine, startCol }: ParserError) => faults.push(`${startLine}:${startCol} ${code}`)
  const document = parse(html, { sourceCodeLocationInfo: true, onParseError })
  for (const child of document.childNodes) faults.push(...misplaced(child))
  return faults
}

/** Elements and texts below a node that the source does not have there: outside the node, or before the sibling that they follow. */
function misplaced(parent: Node): string[] {
  const outer = parent.sourceCodeLocation
  const children = 'childNodes' in parent ? parent.childNodes : []
  return children.flatMap((child, i) => {
    const inner = child.sourceCodeLocation
    const from = children[i - 1]?.sourceCodeLocation?.endOffset ?? outer?.startOffset
    const stands = inner && outer && inner.startOffset >= (from ?? 0) && inner.endOffset <= outer.endOffset
    const place = `${inner?.startLine ?? '?'}:${inner?.startCol ?? '?'}`
    return [
      ...(stands ? [] : [`${place} ${child.nodeName} does not stand there in its ${parent.nodeName}`]),
      ...misplaced(child),
    ]
  })
}
