/** Shows on a terminal which step of a long command is under way, on one line that `endProgress` takes away again. */
export function showStep(says: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${CLEAR}${says} …`)
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR)
}

/** To the beginning of the line, and the line empty. */
const CLEAR = '\r\u001b[2K'
