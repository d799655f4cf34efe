/**
 * What a page may load, and from where: this site's own files alone. Scripts and styles are files, so none needs a hash,
 * and what got into a page's HTML in spite of everything else could run and style nothing.
 */
const PAGE: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
}

/**
 * The Content-Security-Policy in a page's head, for hosts that set no headers. The search's WebAssembly runs in a worker,
 * which has its own policy, that of its file's headers (`hosting/`); so no page needs `wasm-unsafe-eval`. `edited`: while the content
 * is edited Vite puts styles into pages.
 */
export function pagePolicy(edited: boolean): string {
  return Object.entries(edited ? { ...PAGE, 'style-src': "'self' 'unsafe-inline'" } : PAGE)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
