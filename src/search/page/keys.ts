import type { SlashKey } from './dialog.ts'

/**
 * `/`, Ctrl+K (⌘K) and the header's button on a phone open the search's dialog, which comes when it is first asked for; on
 * the search page the keys lead to its box.
 * Who speaks to a computer types `/` by chance, so it can be switched off (WCAG 2.1.4).
 */
export function listenForSearch(slashKey: SlashKey): void {
  const form = document.querySelector<HTMLFormElement>('form.search-box')
  const open = ({ action, dataset }: HTMLFormElement) => {
    import('./dialog.ts')
      .then(({ openDialog }) =>
        openDialog(dataset['index'] ?? '', { search: action, whole: dataset['whole'] ?? '' }, slashKey),
      )
      .catch(() => (location.href = action))
  }
  // On a phone the header has no room for the box, and its button opens the dialog.
  form?.addEventListener('submit', (event) => {
    if (form.querySelector('input')?.offsetWidth !== 0) return
    event.preventDefault()
    open(form)
  })
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const slash = event.key === '/' && plain && !isTyping(event.target) && !slashKey.isOff()
    const ctrlK =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    const box = document.querySelector<HTMLInputElement>('search-page input[name="q"]')
    if (!(form ?? box) || event.isComposing || (!slash && !ctrlK)) return
    event.preventDefault()
    if (box) box.select()
    if (!box && form) open(form)
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
