import { linkTarget } from '../../report/relation.ts'
import { resolvePath } from '../../text/address.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { type Target, isRelativeLink } from '../initiative/addresses.ts'
import type { InitiativeFile } from '../initiative/initiative.ts'

/** What relative links can lead to. */
export interface Destinations {
  /** The initiatives of all years by the path of their file. */
  initiatives: ReadonlyMap<string, InitiativeFile>
  /** Every file of the content folder. */
  files: ReadonlySet<string>
}

/** Relative links that lead nowhere: no such file, no such result, or to the initiative itself. */
export function checkTargets(initiative: InitiativeFile, destinations: Destinations): Finding[] {
  return initiative.targets.filter(isRelativeLink).flatMap(({ url, place }) => {
    const [path = '', anchor] = splitUrl(url)
    const target = path === '' ? initiative : destinations.initiatives.get(resolvePath(initiative.file, path))
    if (!target || (path !== '' && !linkTarget(path))) return [deadLink(url, place, initiative, destinations)]
    if (path !== '' && target === initiative) {
      return [
        finding(
          'links/self',
          place,
          `リンク「${url}」はこの取組そのものを指しています。元の取組の番号に直してください。`,
        ),
      ]
    }
    if (anchor === undefined || target.body === null || target.anchors.has(anchor)) return []
    const anchors = [...target.anchors].map((id) => `#${id}`)
    const says = `リンク「${url}」の「#${anchor}」にあたる実績がありません。何番めの実績かを確かめてください（1つめは #r1）。`
    const expected = anchors.length > 0 ? `${anchors.slice(0, 12).join('、')} のどれか` : '# より後のないリンク'
    return [finding('links/dead-anchor', place, says, { expected, related: { file: target.file, line: 1, column: 1 } })]
  })
}

/** Relative links of the cover that lead to no initiative of its report. */
export function checkCoverTargets(targets: readonly Target[], destinations: Destinations): Finding[] {
  return targets.filter(isRelativeLink).flatMap(({ url, place }) => {
    const [path = '', anchor] = splitUrl(url)
    const target = destinations.initiatives.get(resolvePath(place.file, path))
    if (target && /^(?:\.\/)?initiatives\/[\d-]+\.md$/.test(path)) {
      if (anchor === undefined || target.body === null || target.anchors.has(anchor)) return []
      const says = `リンク「${url}」の「#${anchor}」にあたる実績がありません。何番めの実績かを確かめてください（1つめは #r1）。`
      return [finding('links/dead-anchor', place, says, { related: { file: target.file, line: 1, column: 1 } })]
    }
    const beside = destinations.initiatives.has(resolvePath(place.file, `initiatives/${path}`))
    const says = `リンク「${url}」の先の取組がありません。趣旨からは「initiatives/番号.md」と書きます。番号を確かめてください。`
    const expected = beside ? `initiatives/${url}` : 'initiatives/1-1-2-1.md の形の、同じ報告書にある取組'
    return [finding('links/dead', place, says, { expected })]
  })
}

function deadLink(url: string, place: Place, { file }: InitiativeFile, { files, initiatives }: Destinations): Finding {
  const [path = ''] = splitUrl(url)
  const resolved = resolvePath(file, path)
  const withEnding = initiatives.has(`${resolved}.md`) ? `${path}.md` : null
  const says = withEnding
    ? `リンク「${url}」の先がありません。「.md」まで書いてください。`
    : initiatives.has(resolved) && !sameYear(resolved, file)
      ? `リンク「${url}」はほかの年度の取組を指していますが、年度をまたぐリンクは開けません。同じ取組なら、年度の間はサイトが結びます（名前が変わったら「continues」）。リンクを消してください。`
      : files.has(resolved)
        ? `リンク「${url}」は取組のファイルではないので、サイトでは開けません。`
        : `リンク「${url}」の先の取組がありません。番号を確かめてください。`
  return finding('links/dead', place, says, { expected: withEnding ?? '1-1-2-1.md の形の、同じ報告書にある取組' })
}

function sameYear(a: string, b: string): boolean {
  return a.split('/')[0] === b.split('/')[0]
}

/** `'1-1-2-2.md#r1'` → path and anchor, without a query. */
function splitUrl(url: string): [path: string, anchor: string | undefined] {
  const [address = '', anchor] = url.split('#')
  return [address.replace(/\?.*$/, ''), anchor]
}
