/**
 * What every page loads of the search: `/` and Ctrl+K (⌘K) open its dialog, and an address with `?q=` has its words
 * marked. Everything else comes when the reader turns to it.
 */
const form = document.querySelector<HTMLFormElement>('form.search-box')
const base = form?.dataset['base'] ?? '/'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

document.addEventListener('keydown', async (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const box = document.querySelector<HTMLInputElement>('search-page input[name="q"]')
  if (!(form ?? box) || event.isComposing || (!slash && !ctrlK)) return
  event.preventDefault()
  if (box) box.select()
  if (box || !form) return
  try {
    const { openDialog } = await import('./dialog.ts')
    openDialog(base, form.action)
  } catch {
    location.href = form.action
  }
})

const query = new URLSearchParams(location.search).get('q')
if (query && !document.querySelector('search-page')) {
  const { markPage } = await import('./mark-page.ts')
  await markPage(query, base)
}

export {}
