/**
 * Takes `Intl.Segmenter` from this thread, which is the search's own. Pagefind would cut each query into graphemes by
 * it, which the words of this index need not, and a first one takes 40 ms to make.
 *
 * To be deleted when Pagefind cuts no query of a language that it does not know; tests/search/pagefind-habits.test.ts
 * tells when.
 */
export function removeSegmenter(): void {
  Reflect.deleteProperty(Intl, 'Segmenter')
}
