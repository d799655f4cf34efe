import type { SlashKey } from './dialog.ts'

/**
 * `/` and Ctrl+K (⌘K) open the search's dialog, which comes when it is first asked for; on the search page they lead to its box.
 * Who speaks to a computer types `/` by chance, so it can be switched off (WCAG 2.1.4).
 */
export function listenForSearch(slashKey: SlashKey): void {
  const form = document.querySelector<HTMLFormElement>('form.search-box')
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const slash = event.key === '/' && plain && !isTyping(event.target) && !slashKey.isOff()
    const ctrlK =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    const box = document.querySelector<HTMLInputElement>('search-page input[name="q"]')
    if (!(form ?? box) || event.isComposing || (!slash && !ctrlK)) return
    event.preventDefault()
    if (box) box.select()
    if (box || !form) return
    import('./dialog.ts')
      .then(({ openDialog }) => {
        const { index = '', whole = '' } = form.dataset
        openDialog(index, { search: form.action, whole }, slashKey)
      })
      .catch(() => (location.href = form.action))
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
