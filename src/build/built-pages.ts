import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'

/** One page of the built site. */
export interface BuiltPage {
  /** `/r7/2-1-3-1/`, `/404.html` */
  url: string
  html: string
  tree: Root
}

/** Every HTML page of a built folder, in the order of their addresses. */
export function readPages(dist: string): BuiltPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(path.join(dist, file), 'utf8')
      return { url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, tree: fromHtml(html) }
    })
}

export function all(selector: string, tree: Nodes): Element[] {
  return selectAll(selector, tree)
}
