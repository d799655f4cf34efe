import { writeAddress } from './address.ts'
import { ask, warm } from './client.ts'
import { element, resultElement } from './elements.ts'
import { sayTotal } from './say.ts'
import { stepThrough, whileTyping } from './typing.ts'

/** As many as fit a screen; the full view has the rest. */
const MOST = 6

/** Whether `/` opens the dialog, which the reader can switch off. */
export interface SlashKey {
  isOff: () => boolean
  setOff: (off: boolean) => void
}

/** The search of the whole site as a dialog, made when the reader first turns to it. */
export function openDialog(base: string, searchUrl: string, slashKey: SlashKey): void {
  const dialog =
    document.querySelector<HTMLDialogElement>('dialog.search-dialog') ?? makeDialog(base, searchUrl, slashKey)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

function makeDialog(base: string, searchUrl: string, slashKey: SlashKey): HTMLDialogElement {
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': '検索する言葉',
    'aria-describedby': 'search-dialog-keys',
    autocomplete: 'off',
    enterkeyhint: 'search',
  })
  const status = element('p', { role: 'status' })
  const results = element('ol', { class: 'result-list' })
  const whole = element('p', { class: 'whole', hidden: '' })
  const close = element('button', { type: 'button', class: 'close' }, ['閉じる'])
  const keys = element('p', { id: 'search-dialog-keys', class: 'keys' }, ['↑↓ で選ぶ、Enter で開く、Esc で閉じる'])
  const noSlash = element('input', { type: 'checkbox' })
  noSlash.checked = slashKey.isOff()
  noSlash.addEventListener('change', () => slashKey.setOff(noSlash.checked))
  const slash = element('p', { class: 'slash-key' }, [
    element('label', {}, [noSlash, ' 「/」のキーでは開かない（Ctrl+K では開く）']),
  ])
  const form = element('form', { action: searchUrl, method: 'get', role: 'search' }, [input, close])
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': '検索' }, [
    form,
    keys,
    status,
    results,
    whole,
    slash,
  ])

  let last = 0
  const show = async () => {
    const query = input.value
    const asked = ++last
    whole.hidden = true
    if (query.trim() === '') {
      results.replaceChildren()
      status.replaceChildren()
      return
    }
    try {
      const view = await ask(base, { query, filters: {}, count: MOST, relatedCount: 0 })
      if (asked !== last) return
      status.textContent = sayTotal(view)
      results.replaceChildren(...view.items.map(resultElement))
      whole.replaceChildren(
        element('a', { href: searchUrl + writeAddress({ query, filters: {} }) }, ['すべての結果としぼりこみ']),
      )
      whole.hidden = false
    } catch {
      if (asked !== last) return
      results.replaceChildren()
      const retry = element('button', { type: 'button' }, ['もう一度試す'])
      retry.addEventListener('click', () => void show())
      status.replaceChildren('検索の索引を読み込めませんでした。', retry)
    }
  }
  whileTyping(input, () => void show())
  dialog.addEventListener('keydown', (event) => {
    stepThrough(event, input, [...dialog.querySelectorAll<HTMLElement>('.result-title a, .whole a')])
    // An IME's Enter ends the word; only the next one asks for the full view.
    if (event.key === 'Enter' && event.isComposing) event.preventDefault()
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  warm(base)
  return dialog
}
