import { partOf } from './elements.ts'
import { LOAD_RENEWED, RENEWED, UNREACHABLE } from './say.ts'

/*
 * What stands on the search page only at times, hidden: filters, the button for more, where nothing was found, and where the
 * search failed, or has another index by now. Added by script, for a text browser would print all of it at every visit.
 */
const FILTERS = '<details class="filters" hidden><summary>しぼりこみ</summary><div class="filter-list"></div></details>'
const BELOW = `
<button type="button" id="more-results" hidden></button>
<div id="nothing" hidden>
  <p id="closest-title">報告書に出てくる、近い言葉です。</p>
  <ul id="closest" aria-labelledby="closest-title"></ul>
  <p>言葉を短くするか、ほかの言い方でお試しください。<a class="contents">目次</a>や<a class="whole">全文</a>からも探せます。</p>
</div>`
const FAILURE = `
<div id="failure" role="alert" hidden>
  <p>${UNREACHABLE}通信の状態をお確かめください。</p>
  <p><button type="button" id="retry">もう一度試す</button> <a class="whole">全文を読む</a></p>
</div>
<div id="renewed" role="alert" hidden>
  <p>${RENEWED}</p>
  <p><button type="button" id="reload">${LOAD_RENEWED}</button></p>
</div>`

/** Adds them. The page's `data-contents` and `data-whole` tell where they lead on. */
export function addParts(page: HTMLElement): void {
  const add = (after: string, html: string) => partOf(page, after, HTMLElement).insertAdjacentHTML('afterend', html)
  add('#search-status', FILTERS)
  add('#results', BELOW)
  add('#related', FAILURE)
  for (const name of ['contents', 'whole']) {
    for (const link of page.querySelectorAll<HTMLAnchorElement>(`a.${name}`)) link.href = page.dataset[name] ?? ''
  }
  // Where they stand beside the results there is room for them.
  partOf(page, '.filters', HTMLDetailsElement).open = matchMedia('(min-width: 68rem)').matches
}
