import { element, partOf } from '../search/page/elements.ts'

/**
 * Adds what stands on the page of choice only at times, hidden: what to do where the text did not load, and how to keep a
 * choice. Made here, for a text browser would print all of it at every visit.
 */
export function addParts(page: HTMLElement, whole: string): void {
  const button = (text: string, attributes: Record<string, string>, hiddenText = '') =>
    element('button', { type: 'button', ...attributes }, [
      ...(hiddenText === '' ? [] : [element('span', { class: 'visually-hidden' }, [hiddenText])]),
      text,
    ])
  const failure = element('div', { id: 'failure', hidden: '' }, [
    button('もう一度試す', { id: 'retry' }),
    ' ',
    element('a', { href: whole }, ['全文を読む']),
  ])
  const keep = element('section', { id: 'keep', 'aria-labelledby': 'keep-title', hidden: '' }, [
    element('h2', { id: 'keep-title' }, ['このページのアドレス']),
    element('div', { class: 'copy-text' }, [
      element('p', { class: 'citation' }),
      button('コピー', { class: 'copy' }, 'アドレスを'),
    ]),
    element('p', { class: 'tables' }, [
      button('実績の表（CSV）', { 'data-table': 'results' }),
      button('数値の表（CSV）', { 'data-table': 'figures' }),
      element('span', {}, [
        '表計算ソフトで開くときは、番号が日付に変わらないように「番号」の列を文字列にしてください。',
      ]),
    ]),
  ])
  partOf(page, '#select-status', HTMLElement).after(failure, keep)
}
