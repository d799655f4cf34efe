/** Copies the text that stands before a copy button, and says so on the button and to screen readers. */
export async function copy(button: HTMLButtonElement): Promise<void> {
  const source = button.previousElementSibling
  if (!source) return
  try {
    await navigator.clipboard.writeText(source.textContent?.trim() ?? '')
    say(button, 'コピーしました')
  } catch {
    // Without HTTPS there is no clipboard. The text is selected instead, so that one key copies it.
    getSelection()?.selectAllChildren(source)
    say(button, '選択しました。コピーしてください')
  }
}

/** Milliseconds; long enough to be read. */
const SHOWN = 3000

const spoken = document.createElement('p')
spoken.role = 'status'
spoken.className = 'visually-hidden'
document.body.append(spoken)

/** The label of each button that has been pressed, to be restored. */
const labels = new WeakMap<HTMLButtonElement, ChildNode[]>()

function say(button: HTMLButtonElement, text: string): void {
  const label = labels.get(button) ?? [...button.childNodes]
  labels.set(button, label)
  button.textContent = text
  spoken.textContent = text
  setTimeout(() => {
    button.replaceChildren(...label)
    spoken.textContent = ''
  }, SHOWN)
}
