import { explain } from '../src/build/failures.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Runs a command and sets its exit code: 2 for wrong use, 1 for what it refuses or the machine can't do, each with a
 * Japanese message. Any other error is a bug and keeps its stack trace.
 */
export async function command(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    const says = error instanceof WrongUse ? error.message : explain(error)
    if (says === null) throw error
    console.error(says)
    process.exitCode = error instanceof WrongUse ? 2 : 1
  }
}
