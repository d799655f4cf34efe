import { IndexUnreachable, type ReadableIndex } from '../answer/readable-index.ts'
import { shortenWaits } from './impatient-timer.ts'
import { type Pagefind, openIndex } from './pagefind-index.ts'
import { type View, type ViewRequest, viewOf } from '../answer/view.ts'

/** A question from the page, and what it gets back under the same id. */
export interface WorkerQuestion {
  id: number
  /** The site's base as a full address, which ends in `/`. */
  base: string
  request: ViewRequest
}

export type WorkerAnswer = { id: number } & ({ view: View } | { fault: string })

shortenWaits()

/** The search's own thread: it alone holds the index, so typing never waits for it. */
let index: Promise<ReadableIndex> | undefined

self.addEventListener('message', async ({ data: { id, base, request } }: MessageEvent<WorkerQuestion>) => {
  try {
    index ??= openIndex(base, (url) => import(/* @vite-ignore */ url) as Promise<Pagefind>)
    const answer: WorkerAnswer = { id, view: await viewOf(request, await index) }
    self.postMessage(answer)
  } catch (error) {
    // The next question opens it afresh.
    index = undefined
    const fault = error instanceof IndexUnreachable ? error.message : String(error)
    const answer: WorkerAnswer = { id, fault }
    self.postMessage(answer)
  }
})
