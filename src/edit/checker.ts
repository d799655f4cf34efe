import type { Answered, Answers, Asked, Checked, Puts, Question } from './questions.ts'

/** How long after the last change the check waits for the next one. */
const PAUSE_MS = 300

/** Speaks with the worker. Of many changes in a row only the last one is checked, and only its answer is told. */
export class Checker {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, (answered: Answered) => void>()
  readonly #puts = new Map<string, string | null>()
  readonly #tell: (checked: Checked) => void
  readonly #fail: () => void
  #asked = 0
  #timer = 0
  /** Counts what makes an answer late: a change after it was asked. */
  #round = 0
  #isBusy = false
  #next: string | null = null

  constructor(tell: (checked: Checked) => void, fail: () => void) {
    this.#tell = tell
    this.#fail = fail
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    })
    this.#worker.addEventListener('error', fail)
  }

  /** A file as it is now; the next question is asked of it. */
  put(path: string, text: string | null): void {
    this.#puts.set(path, text)
  }

  /** Asks for the check of what is open, when nothing more has come for a while. */
  check(path: string, pause = PAUSE_MS): void {
    this.hold()
    this.#timer = window.setTimeout(() => void this.#check(path), pause)
  }

  /** Nothing is told until the next `check`. */
  hold(): void {
    clearTimeout(this.#timer)
    this.#round++
    this.#next = null
  }

  async ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']]> {
    const id = ++this.#asked
    const puts: Puts = [...this.#puts]
    this.#puts.clear()
    const { promise, resolve } = Promise.withResolvers<Answered>()
    this.#waiting.set(id, resolve)
    this.#worker.postMessage({ id, puts, question } satisfies Asked)
    const answered = await promise
    if ('failed' in answered) throw new Error(answered.failed)
    return answered.answer as Answers[Q['ask']]
  }

  async #check(path: string): Promise<void> {
    // While one check runs the next one waits, and only the last that waits is asked.
    if (this.#isBusy) {
      this.#next = path
      return
    }
    const round = this.#round
    this.#isBusy = true
    try {
      const checked = await this.ask({ ask: 'check', path })
      if (round === this.#round) this.#tell(checked)
    } catch (error) {
      console.error(error)
      this.#fail()
    } finally {
      this.#isBusy = false
    }
    const next = this.#next
    this.#next = null
    if (next !== null) await this.#check(next)
  }
}
