/** The thread of a share. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Share, readShare } from './share.ts'

parentPort?.postMessage(readShare(workerData as Share))
