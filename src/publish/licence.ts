/** How the text is to be cited: unaltered, and in something made from it (公共データ利用規約 第1.0版, 1.1). */
export interface Citations {
  source: string
  adapted: string
}

/** `url` is the page's full address, `null` while the site has none; `licence` is `null` until it is decided. */
export function citationsOf(
  title: string,
  organisation: string,
  url: string | null,
  licence: { name: string; url: string } | null,
): Citations {
  const cited = `「${title}」（${organisation}）${url ? `（${url}）` : ''}`
  return {
    source: `出典：${cited}${licence ? `、${licence.name}（${licence.url}）` : ''}`,
    adapted: `${cited}を加工して作成`,
  }
}
