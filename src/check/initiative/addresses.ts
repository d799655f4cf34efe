import { placeOf } from '../../report/body.ts'
import { isOwnAddress, isRelativeAddress } from '../../text/address.ts'
import type { Finding, Place } from '../../text/finding.ts'
import type { BodySource } from './body-source.ts'
import { finding } from '../catalogue.ts'

/** The address of a link or picture, and where it stands. */
export interface Target {
  url: string
  isImage: boolean
  place: Place
}

/** Every address of a body; that of a definition stands where a link uses it. */
export function targetsOf({ file, nodes, firstLine }: BodySource): Target[] {
  return nodes.flatMap((node) =>
    node.type === 'link' || node.type === 'image'
      ? [{ url: node.url, isImage: node.type === 'image', place: { file, ...placeOf(node, firstLine) } }]
      : [],
  )
}

/** Addresses that are neither https, mailto nor relative, and pictures, from wherever they come. */
export function checkSchemes(targets: readonly Target[]): Finding[] {
  return targets.flatMap((target) => {
    if (isForeign(target)) return [foreign(target)]
    return target.isImage ? [picture(target)] : []
  })
}

function foreign({ url, place }: Target): Finding {
  const secure = /^http:/i.test(url) ? `https:${url.slice(5)}` : null
  const says = `リンク「${url.slice(0, 60)}」は使えません。${secure ? 'https: のアドレスにしてください。' : '書けるのは https:、mailto: と、取組のファイルです。'}`
  return finding('links/scheme', place, says, { expected: secure ?? 'https://… か 1-1-2-1.md' })
}

function picture({ url, place }: Target): Finding {
  const says = `画像「${url}」は載りません。この行を消し、伝えることは文で書いてください。`
  return finding('links/dead', place, says, { expected: '- 実績の文' })
}

/** A path from the root of the site is foreign too: it would break wherever the site has a base path. */
function isForeign({ url }: Target): boolean {
  return !isOwnAddress(url) || /^[/\\]/.test(url)
}

/** Whether a link leads to a file of the content folder. */
export function isRelativeLink(target: Target): boolean {
  return !target.isImage && !isForeign(target) && isRelativeAddress(target.url)
}
