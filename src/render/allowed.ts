import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { visit } from 'unist-util-visit'
import { isOwnAddress } from '../text/address.ts'
import { withoutGaps } from './fragment.ts'

/**
 * What may reach a page from a text that staff or strangers wrote, whether or not the check has passed it: these
 * elements with these attributes, and addresses that are https, mail or the site's own.
 */
const ALLOWED: Schema = {
  tagNames: [
    ...['p', 'br', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr', 'a', 'time'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'sup'],
  ],
  attributes: {
    '*': ['id'],
    a: ['href', 'ariaLabel', 'ariaDescribedBy', 'dataNumber', 'dataFootnoteRef', 'dataFootnoteBackref', 'className'],
    li: ['className'],
    ul: ['className'],
    ol: ['start'],
    time: ['dateTime', 'dataReading', 'tabIndex'],
  },
  protocols: { href: ['https', 'mailto'] },
  strip: ['script', 'style'],
  // Ids are made by our own code alone.
  clobber: [],
}

/** The tree with nothing in it but what may reach a page. */
export function allowedOf(tree: Root): Root {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = withoutGaps(node.value)
    if (node.type !== 'element') return
    const { href } = node.properties
    if (typeof href === 'string' && !isOwnAddress(href)) delete node.properties['href']
  })
  return sanitize(tree, ALLOWED) as Root
}
