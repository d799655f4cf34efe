/**
 * Whether the site was renewed since this page was loaded: what now has its address asks another index or loads another
 * script. Where that can't be told it is not; a page that is gone was renewed.
 */
export async function isRenewed(index: string): Promise<boolean> {
  try {
    const response = await fetch(location.href, { cache: 'no-cache' })
    if (!response.ok) return response.status === 404
    const now = await response.text()
    const scripts = Array.from(document.scripts, (script) => script.getAttribute('src') ?? '')
    return [index, ...scripts].some((part) => !now.includes(part))
  } catch {
    return false
  }
}
