/** What a reader chose, kept on the device alone; where a browser does not allow it, the choice holds for the page. */
export type Choice = 'readings' | 'no-slash'

export function isRemembered(choice: Choice): boolean {
  try {
    return localStorage.getItem(choice) === 'on'
  } catch {
    return false
  }
}

export function remember(choice: Choice, on: boolean): void {
  try {
    if (on) localStorage.setItem(choice, 'on')
    else localStorage.removeItem(choice)
  } catch {
    // Not allowed to remember.
  }
}
