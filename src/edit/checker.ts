import type { CheckAnswer, CheckQuestion } from './worker.ts'

/** How long after the last change the check waits for the next one. */
const PAUSE_MS = 300

/** Asks the worker: of many changes in a row only the last one, and only the last answer is told. */
export class Checker {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  #asked = 0
  #timer = 0

  constructor(tell: (answer: CheckAnswer) => void, fail: () => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.id === this.#asked) tell(data)
    })
    this.#worker.addEventListener('error', fail)
  }

  /** Gives the worker the whole folder. */
  open(path: string, files: [path: string, text: string][]): void {
    this.#post({ id: 0, path, files })
  }

  /** The file as it is now, `null` where it goes; checked when nothing more has come for a while. */
  check(path: string, text: string | null, pause = PAUSE_MS): void {
    clearTimeout(this.#timer)
    // What an earlier change is told is not of this text.
    this.#asked++
    this.#timer = window.setTimeout(() => this.#post({ id: this.#asked, path, text }), pause)
  }

  #post(question: CheckQuestion): void {
    this.#worker.postMessage(question)
  }
}
