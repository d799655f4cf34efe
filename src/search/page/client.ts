import type { View, ViewRequest } from '../answer/view.ts'
import type { WorkerAnswer, WorkerQuestion } from './search-worker.ts'

/** Longer than this a reader does not wait without being told. */
const PATIENCE = 20_000

let worker: Worker | undefined
let lastId = 0

/**
 * Asks the search. Rejects where the index cannot be had; the next question then starts afresh.
 * `folder` is the index's, `/pagefind/a1b2c3d4e5/`.
 */
export function ask(folder: string, request: ViewRequest): Promise<View> {
  const { asked, question } = put(folder, request)
  return new Promise<View>((resolve, reject) => {
    const finish = (task: () => void) => {
      clearTimeout(timer)
      asked.removeEventListener('message', read)
      asked.removeEventListener('error', fail)
      task()
    }
    const fail = () =>
      finish(() => {
        asked.terminate()
        if (worker === asked) worker = undefined
        reject(new Error('the search index is unreachable'))
      })
    const read = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.id !== question.id) return
      if ('view' in data) finish(() => resolve(data.view))
      else fail()
    }
    const timer = setTimeout(fail, PATIENCE)
    asked.addEventListener('message', read)
    asked.addEventListener('error', fail)
  })
}

/** Has the index fetched while the reader still types. What comes of it is seen when something is asked. */
export function warm(folder: string): void {
  put(folder, { query: '', filters: {}, count: 0, relatedCount: 0 })
}

function put(folder: string, request: ViewRequest) {
  const asked = (worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }))
  const question: WorkerQuestion = { id: ++lastId, folder: new URL(folder, location.href).href, request }
  asked.postMessage(question)
  return { asked, question }
}
