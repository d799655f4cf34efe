import { LONGEST_QUERY, writeAddress } from '../answer/address.ts'
import type { View } from '../answer/view.ts'
import { ask, warm } from './client.ts'
import { element, resultElement } from './elements.ts'
import { isRenewed } from './renewed.ts'
import { LOAD_RENEWED, RENEWED, UNREACHABLE, sayRelated, sayTotal, sayWhenLate } from './say.ts'
import { stepThrough, whileTyping } from './typing.ts'

/** As many as fit a screen; the full view has the rest. */
const MOST = 6

/** Whether `/` opens the dialog, which the reader can switch off. */
export interface SlashKey {
  isOff: () => boolean
  setOff: (off: boolean) => void
}

/** Where the dialog leads on: the full view, and the whole report where there is no answer. */
export interface SearchUrls {
  search: string
  whole: string
}

/** The search of the whole site as a dialog, made when the reader first turns to it. */
export function openDialog(index: string, urls: SearchUrls, slashKey: SlashKey): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search-dialog') ?? makeDialog(index, urls, slashKey)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

/** The answer and the lists below it, as the page shows them, up to as many results as fit. */
function listsOf({ items, related }: View): Element[] {
  let left = MOST
  return [{ kind: null, total: items.length, items }, ...related].flatMap(({ kind, total, items }) => {
    const shown = items.slice(0, left)
    left -= shown.length
    if (shown.length === 0) return []
    const list = element('ol', { class: 'result-list' }, shown.map(resultElement))
    return kind === null ? [list] : [element('h2', {}, [sayRelated(kind, total)]), list]
  })
}

function makeDialog(index: string, urls: SearchUrls, slashKey: SlashKey): HTMLDialogElement {
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': '検索する言葉',
    'aria-describedby': 'search-dialog-keys',
    autocomplete: 'off',
    enterkeyhint: 'search',
    maxlength: String(LONGEST_QUERY),
  })
  const status = element('p', { role: 'status' })
  const results = element('div')
  const lead = element('p', { class: 'lead' })
  const close = element('button', { type: 'button', class: 'close' }, ['閉じる'])
  const keys = element('p', { id: 'search-dialog-keys', class: 'keys' }, ['↑↓ で選ぶ、Enter で開く、Esc で閉じる'])
  const noSlash = element('input', { type: 'checkbox' })
  noSlash.checked = slashKey.isOff()
  noSlash.addEventListener('change', () => slashKey.setOff(noSlash.checked))
  const slash = element('p', { class: 'slash-key' }, [
    element('label', {}, [noSlash, ' 「/」のキーでは開かない（Ctrl+K では開く）']),
  ])
  const form = element('form', { action: urls.search, method: 'get', role: 'search' }, [input, close])
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': '検索' }, [
    form,
    keys,
    status,
    results,
    lead,
    slash,
  ])

  const link = (href: string, text: string) => element('a', { href }, [text])
  const linkTo = (query: string, text: string) => link(urls.search + writeAddress({ query, filters: {} }), text)
  const readWhole = link(urls.whole, '全文を読む')

  let last = 0
  const show = async (): Promise<void> => {
    const query = input.value
    const asked = ++last
    const answered = sayWhenLate(status)
    lead.replaceChildren()
    try {
      const view =
        query.trim() === '' ? null : await ask(index, { query, filters: {}, count: MOST, relatedCount: MOST })
      if (asked !== last) return
      status.textContent = view ? sayTotal(view) : ''
      results.replaceChildren(...(view ? listsOf(view) : []))
      if (view && results.childElementCount > 0) lead.append(linkTo(query, 'すべての結果としぼりこみ'))
      else if (view) lead.append(...view.closest.map((word) => linkTo(word, word)), readWhole)
    } catch {
      const renewed = await isRenewed(index)
      if (asked !== last) return
      results.replaceChildren()
      if (renewed) {
        status.replaceChildren(RENEWED)
        lead.append(linkTo(query, LOAD_RENEWED))
        return
      }
      const retry = element('button', { type: 'button' }, ['もう一度試す'])
      retry.addEventListener('click', () => void show().then(() => input.focus()))
      status.replaceChildren(UNREACHABLE)
      lead.append(retry, readWhole)
    } finally {
      answered()
    }
  }
  whileTyping(input, () => void show())
  dialog.addEventListener('keydown', (event) => {
    stepThrough(event, input, [...dialog.querySelectorAll<HTMLElement>('.result-title a, .lead a')])
    // An IME's Enter ends the word; only the next one asks for the full view.
    if (event.key === 'Enter' && event.isComposing) event.preventDefault()
    // A search box would only be emptied by the first one.
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      dialog.close()
    }
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  // Who comes back finds the page, and not the dialog that they left by.
  window.addEventListener('pagehide', () => dialog.close())
  document.body.append(dialog)
  warm(index)
  return dialog
}
