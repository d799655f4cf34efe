/**
 * What stands on the page of choice only at times, hidden: what to do where the text did not load, and how to keep a choice.
 * Added by script, for a text browser would print all of it at every visit.
 */
const PARTS = `
<div id="failure" hidden>
  <button type="button" id="retry">もう一度試す</button> <a>全文を読む</a>
</div>
<section id="keep" aria-labelledby="keep-title" hidden>
  <h2 id="keep-title">このページのアドレス</h2>
  <div class="copy-text">
    <p class="citation"></p>
    <button type="button" class="copy"><span class="visually-hidden">アドレスを</span>コピー</button>
  </div>
  <p class="tables">
    <button type="button" data-table="results">実績の表（CSV）</button>
    <button type="button" data-table="figures">数値の表（CSV）</button>
    <span>表計算ソフトで開くときは、番号が日付に変わらないように「番号」の列を文字列にしてください。</span>
  </p>
</section>`

/** Adds them; `whole` is the address of the whole text. */
export function addParts(page: HTMLElement, whole: string): void {
  page.querySelector('#select-status')?.insertAdjacentHTML('afterend', PARTS)
  page.querySelector('#failure a')?.setAttribute('href', whole)
}
