import { element, partOf } from './elements.ts'
import { UNREACHABLE } from './say.ts'

/** Addresses that lead on where the search does not. */
export interface WaysOn {
  contents: string
  whole: string
}

/**
 * Adds what stands on the search page only at times, hidden: filters, the button for more, where nothing was found and
 * where the search failed. Made here, for a text browser would print all of it at every visit.
 */
export function addParts(page: Element, { contents, whole }: WaysOn): void {
  const link = (href: string, text: string) => element('a', { href }, [text])
  const button = (id: string, text: string) => element('button', { type: 'button', id }, [text])
  const part = (name: 'div' | 'details', attributes: Record<string, string>, children: (Node | string)[]) =>
    element(name, { ...attributes, hidden: '' }, children)

  const filters = part('details', { class: 'filters' }, [
    element('summary', {}, ['しぼりこみ']),
    element('div', { class: 'filter-list' }),
  ])
  // Beside the results there is room for them.
  filters.toggleAttribute('open', matchMedia('(min-width: 68rem)').matches)
  const more = button('more-results', '次の結果を表示')
  more.hidden = true
  const nothing = part('div', { id: 'nothing' }, [
    element('p', { id: 'closest-title' }, ['報告書に出てくる、近い言葉です。']),
    element('ul', { id: 'closest', 'aria-labelledby': 'closest-title' }),
    element('p', {}, [
      '言葉を短くするか、ほかの言い方でお試しください。',
      link(contents, '目次'),
      'や',
      link(whole, '全文'),
      'からも探せます。',
    ]),
  ])
  const failure = part('div', { id: 'failure', role: 'alert' }, [
    element('p', {}, [`${UNREACHABLE}通信の状態をお確かめください。`]),
    element('p', {}, [button('retry', 'もう一度試す'), ' ', link(whole, '全文を読む')]),
  ])
  partOf(page, '#search-status', HTMLElement).after(filters)
  partOf(page, '#results', HTMLElement).after(more, nothing)
  partOf(page, '#related', HTMLElement).after(failure)
}
