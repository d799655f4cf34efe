import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'

/** All text of an element; none of an element that is not there. */
export function textOf(node: Element | undefined): string {
  return node ? toString(node) : ''
}
