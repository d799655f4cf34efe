import type { FileChange } from '../revise/revision.ts'
import { element, fill, partOf } from '../search/page/elements.ts'
import { japanDay } from '../text/japan-day.ts'
import { editable } from '../text/line-ends.ts'
import type { Desk } from './desk.ts'

/** The changed files and the ways to send them on. */
export class Send {
  readonly #page: HTMLElement
  readonly #desk: Desk
  readonly #say: (text: string) => void
  readonly #discard: (path: string) => void

  constructor(page: HTMLElement, desk: Desk, say: (text: string) => void, discard: (path: string) => void) {
    this.#page = page
    this.#desk = desk
    this.#say = say
    this.#discard = discard
    partOf(page, '#save-proposal', HTMLButtonElement).addEventListener('click', () => this.#save())
    page.querySelector('#propose')?.addEventListener('click', () => this.#propose())
  }

  /** Says what there is to send. */
  draw(): void {
    const { files } = this.#desk.proposal()
    partOf(this.#page, '#send', HTMLElement).hidden = files.length === 0
    fill(
      partOf(this.#page, '#changed', HTMLElement),
      files.map((file) => this.#row(file)),
    )
    const lead = partOf(this.#page, '#to-send', HTMLAnchorElement)
    lead.hidden = files.length === 0
    lead.textContent = `直したところを見て送る（${files.length} ファイル）`
    const steps = this.#page.querySelector<HTMLElement>('#steps')
    if (steps && !steps.hidden) this.#propose()
  }

  #row({ path, before, after }: FileChange): HTMLElement {
    const discard = element('button', { type: 'button', 'aria-label': `${path} の直しを捨てる` }, ['捨てる'])
    discard.addEventListener('click', () => this.#discard(path))
    const kind = before === null ? '（新しいファイル）' : after === null ? '（なくします）' : ''
    const name = after === null ? path : element('a', { href: `?file=${path}` }, [path])
    return element('li', {}, [name, kind, ' ', ...(after === null ? [] : [this.#copyButton(path), ' ']), discard])
  }

  #copyButton(path: string): HTMLElement {
    const button = element('button', { type: 'button', 'aria-label': `${path} の文をコピーする` }, ['文をコピーする'])
    button.addEventListener('click', () => void this.#copy(path))
    return button
  }

  #save(): void {
    const link = element('a', { download: `shusei-an-${japanDay(new Date())}.json` })
    const proposal = JSON.stringify(this.#desk.proposal(), null, 2)
    link.href = URL.createObjectURL(new Blob([proposal], { type: 'application/json' }))
    link.click()
    URL.revokeObjectURL(link.href)
    this.#say('修正案を保存しました。このファイルを、取り込む担当の人に送ってください。')
  }

  async #copy(path: string): Promise<void> {
    this.#say(
      (await copied(editable(this.#desk.text(path) ?? '')))
        ? `${path} の文をコピーしました。`
        : 'コピーできませんでした。「ファイル全体」の文を選んでコピーしてください。',
    )
  }

  /** The steps on GitHub, a file each: its screen edits one file at a time. */
  #propose(): void {
    const steps = partOf(this.#page, '#steps', HTMLElement)
    steps.hidden = false
    fill(
      partOf(this.#page, '#steps ol', HTMLElement),
      this.#desk.proposal().files.map(({ path, before, after }) => {
        const open = element('button', { type: 'button' }, [after === null ? '消す画面を開く' : '文をコピーして開く'])
        open.addEventListener('click', () => void this.#openGitHub(path, before, after))
        return element('li', {}, [path, ' ', open])
      }),
    )
  }

  async #openGitHub(path: string, before: string | null, after: string | null): Promise<void> {
    if (after !== null && !(await copied(editable(after)))) {
      this.#say('コピーできませんでした。「文をコピーする」か「ファイル全体」でコピーしてから、開いてください。')
    }
    const edit = this.#page.dataset['edit'] ?? ''
    // `…/edit/main/content/` → `…/new/main/content/r7/initiatives?filename=2-1-3-2.md`
    const slash = path.lastIndexOf('/')
    const address =
      before === null
        ? `${edit.replace('/edit/', '/new/')}${path.slice(0, slash)}?filename=${encodeURIComponent(path.slice(slash + 1))}`
        : `${after === null ? edit.replace('/edit/', '/delete/') : edit}${path}`
    window.open(address, '_blank', 'noopener')
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
