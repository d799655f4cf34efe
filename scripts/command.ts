import { explain } from '../src/build/failures.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Runs a command to its exit code: 2 for wrong use, 1 for what it refuses or the machine can't do, each told in
 * Japanese. Any other error is a fault of the program and keeps its trace.
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
