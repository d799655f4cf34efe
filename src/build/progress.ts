/** Tells whoever waits at a terminal which step of a long command begins; a log gets only what comes of it. */
export function showStep(says: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${says} …\n`)
}
