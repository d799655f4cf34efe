import { existsSync } from 'node:fs'
import path from 'node:path'
import { type BuiltPage, all } from '../../src/build/built-pages.ts'

/** Links to other places of this site that lead nowhere. */
export function deadLinks(built: BuiltPage[], folder: string, base: string): string[] {
  const ids = new Map(
    built.map(({ url, tree }) => [
      base + url.slice(1),
      new Set(all('[id]', tree).map(({ properties }) => String(properties['id']))),
    ]),
  )
  return built.flatMap(({ url, tree }) =>
    all('a[href], link[href], script[src], img[src]', tree).flatMap(({ properties }) => {
      const href = String(properties['href'] ?? properties['src'])
      if (/^(?:https?:|mailto:|data:)/.test(href)) return []
      const target = new URL(href, `http://localhost${base}${url.slice(1)}`)
      const anchor = decodeURIComponent(target.hash.slice(1))
      const known = ids.get(target.pathname)
      const inside = target.pathname.startsWith(base)
      const exists = known
        ? !anchor || known.has(anchor)
        : inside && existsSync(path.join(folder, target.pathname.slice(base.length)))
      return exists ? [] : [`${url} → ${href}`]
    }),
  )
}
