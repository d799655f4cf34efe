import { IndexUnreachable, type ReadableIndex } from '../answer/readable-index.ts'
import { shortenWaits } from './impatient-timer.ts'
import { type Pagefind, openIndex } from './pagefind-index.ts'
import { type View, type ViewRequest, viewOf } from '../answer/view.ts'

/** A question from the page, and what it gets back under the same id. */
export interface WorkerQuestion {
  id: number
  /** The index's folder as a full address, which ends in `/`. */
  folder: string
  request: ViewRequest
}

export type WorkerAnswer = { id: number } & ({ view: View } | { fault: string })

shortenWaits()

/** The search's own thread: it alone holds the index, so typing never waits for it. */
let index: Promise<ReadableIndex> | undefined

self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => void answer(data))

async function answer({ id, folder, request }: WorkerQuestion): Promise<void> {
  try {
    index ??= openIndex(folder, (url) => import(/* @vite-ignore */ url) as Promise<Pagefind>)
    post({ id, view: await viewOf(request, await index) })
  } catch (error) {
    // The next question opens it afresh.
    index = undefined
    const fault = error instanceof IndexUnreachable ? error.message : String(error)
    post({ id, fault })
  }
}

const post = (given: WorkerAnswer) => self.postMessage(given)
