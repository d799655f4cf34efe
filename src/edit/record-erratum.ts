import type { Erratum } from '../report/errata.ts'
import { element } from '../search/page/elements.ts'
import { japanDay } from '../text/japan-day.ts'
import type { Corrected } from './draw-changes.ts'

/** 訂正として記録する: a change of a published report becomes an entry of the 正誤表, which has `errata` by now. */
export function recordErratum(
  errata: readonly Erratum[],
  change: Corrected,
  record: (erratum: Erratum) => void,
): HTMLElement {
  if (isRecorded(errata, change)) return element('span', { class: 'recorded' }, ['正誤表に記録しました'])
  const date = element('input', { type: 'date', name: 'date', value: japanDay(new Date()), required: '' })
  const reason = element('input', { name: 'reason', required: '' })
  const meaning = element('input', { type: 'checkbox', name: 'changesMeaning' })
  const form = element('form', {}, [
    element('label', {}, [element('span', {}, ['訂正する日']), date]),
    element('label', {}, [element('span', {}, ['理由（読む人に見えます）']), reason]),
    element('label', { class: 'truth' }, [meaning, '意味が変わる（誤字などなら付けない）']),
    element('button', {}, ['正誤表に足す']),
  ])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    record({ date: date.value, ...change, reason: reason.value.trim(), changesMeaning: meaning.checked })
  })
  return element('details', { class: 'record' }, [element('summary', {}, ['訂正として記録する']), form])
}

/** Whether the 正誤表 says just this. */
function isRecorded(errata: readonly Erratum[], { number, before, after }: Corrected): boolean {
  const isSame = (a = '', b = '') => a.trim() === b.trim()
  return errata.some((entry) => entry.number === number && isSame(entry.before, before) && isSame(entry.after, after))
}
