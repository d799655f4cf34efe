/** A reader's choices, kept on the device only. Where the browser does not allow that, a choice lasts for one page. */
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
    // The browser does not allow storage.
  }
}
