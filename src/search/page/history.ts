import { type SearchAddress, readAddress, writeAddress } from '../answer/address.ts'

/** How much of an answer is shown. */
export interface Shown {
  count: number
  relatedCount: number
}

/** What the browser's history holds of a search beside its address, for a reader who comes back to it. */
interface Kept extends Shown {
  /** Pixels from the top. */
  scroll: number
}

/** The search that the page's address asks for. */
export function currentAddress(): SearchAddress {
  return readAddress(new URLSearchParams(location.search))
}

/** What was kept of it when the reader left; `null` for a search that is new. */
export function keptOf(): Kept | null {
  return history.state as Kept | null
}

export function keep(shown: Shown): void {
  const kept: Kept = { ...shown, scroll: scrollY }
  history.replaceState(kept, '')
}

/** Goes to a search, as an entry of its own or in the place of the present one. */
export function goTo(address: SearchAddress, how: 'push' | 'replace', shown: Shown): void {
  const target = location.pathname + writeAddress(address)
  if (how === 'replace' || target === location.pathname + location.search) history.replaceState(null, '', target)
  else {
    keep(shown)
    history.pushState(null, '', target)
  }
}
