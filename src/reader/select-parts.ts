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
  <p class="files">
    <button type="button" data-file="docx">文書（Word）</button>
    <button type="button" data-file="results.csv">実績の表（CSV）</button>
    <button type="button" data-file="figures.csv">数値の表（CSV）</button>
    <span>列の意味と、番号が日付に変わらない開き方は<a>データのページ</a>にあります。</span>
  </p>
</section>`

/** Adds them; `whole` is the address of the whole text, `about` that of the page which says what the files hold. */
export function addParts(page: HTMLElement, whole: string, about: string): void {
  page.querySelector('#select-status')?.insertAdjacentHTML('afterend', PARTS)
  page.querySelector('#failure a')?.setAttribute('href', whole)
  page.querySelector('#keep .files a')?.setAttribute('href', about)
}
