/**
 * Runs in the page. Links to what the document holds, as the source of a relisting, lead inside it; other links of this
 * site lead to the site's own address, or nowhere while it has none: where it is being printed is nobody's address.
 */
export function leadLinks(address: string | null): void {
  const articles = new Map<string, string>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('article .own-page')) {
    articles.set(link.pathname, link.closest('article')?.id ?? '')
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.origin !== location.origin) continue
    const anchor = link.hash.slice(1)
    const article = link.matches('.own-page') ? undefined : articles.get(link.pathname)
    const inArticle = article && anchor ? `${article}-${anchor}` : article
    const id = link.pathname === location.pathname ? anchor : inArticle
    if (id && document.getElementById(id)) link.href = `#${id}`
    else if (address) link.href = address + link.href.slice(location.origin.length)
    else link.removeAttribute('href')
  }
}
