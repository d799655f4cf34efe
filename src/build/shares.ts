import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RenderedInitiative } from '../rendered-initiative.ts'
import { type Share, readShare } from './share.ts'

/** A thread takes a third of a second to begin: with fewer initiatives than this for each it does not pay. */
const LEAST = 500

/** Reads a share in as many threads as there are cores, this one among them. Gives the initiatives in their order. */
export async function readInThreads({ initiatives, ...rest }: Share): Promise<RenderedInitiative[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.floor(initiatives.length / LEAST)))
  const size = Math.ceil(initiatives.length / threads)
  const shares = Array.from({ length: threads }, (_, i) => {
    return { ...rest, initiatives: initiatives.slice(i * size, (i + 1) * size) }
  })
  const [own, ...others] = shares
  const elsewhere = Promise.all(others.map(readElsewhere))
  const here = own ? readShare(own) : []
  return [here, ...(await elsewhere)].flat()
}

async function readElsewhere(share: Share): Promise<RenderedInitiative[]> {
  // An error of the thread is thrown here.
  const [read] = (await once(
    new Worker(new URL('./share-worker.ts', import.meta.url), { workerData: share }),
    'message',
  )) as [RenderedInitiative[]]
  return read
}
