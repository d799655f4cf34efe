/** Calls `search` with an input's text at most 200 ms after the last key, and never while an IME is composing. */
export function whileTyping(input: HTMLInputElement, search: (query: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => search(input.value), DELAY)
  }
  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return clearTimeout(timer)
    later()
  })
  input.addEventListener('compositionend', later)
}

/** Milliseconds; long enough that a word typed in one go is one search. */
const DELAY = 150

/** The arrow keys step from the input through links and back. Whether the key was used. */
export function stepThrough(event: KeyboardEvent, input: HTMLElement, links: readonly HTMLElement[]): boolean {
  if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
  const stops = [input, ...links]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  if (at < 0) return false
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return false
  event.preventDefault()
  next.focus()
  return true
}
