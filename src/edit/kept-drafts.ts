import type { FileChange } from '../revise/revision.ts'

/** A file while it is edited: `before` as the site had it when the edit began, `after` as it is now, byte for byte. */
export type Draft = FileChange

const PREFIX = 'gyokaku-edit:'

/**
 * What is not sent yet, kept on this device for each file, so that a reload loses nothing. A tab writes only over what it
 * has seen: what another tab has kept since stays until somebody has chosen.
 */
export class KeptDrafts {
  /** What this tab has last read or written, as it stands in the storage. */
  readonly #seen = new Map<string, string | null>()

  /** Every draft on the device; what is not one of ours is passed over. */
  all(): Draft[] {
    try {
      return Object.keys(localStorage).flatMap((key) => {
        const draft = key.startsWith(PREFIX) ? this.read(key.slice(PREFIX.length)) : null
        return draft ?? []
      })
    } catch {
      // The browser does not allow storage.
      return []
    }
  }

  /** The draft of a file as it is kept; from now on it is seen. */
  read(path: string): Draft | null {
    const json = stored(path)
    this.#seen.set(path, json)
    return draftOf(json)
  }

  /** What another tab has kept of a file since this one looked; `undefined` where it has not touched it, `null` where it has thrown its draft away. */
  ofOtherTab(path: string): Draft | null | undefined {
    const json = stored(path)
    return json === (this.#seen.get(path) ?? null) ? undefined : draftOf(json)
  }

  /** Keeps a draft, or forgets the one of `path` where there is nothing to keep; `false` where it can't be. */
  keep(path: string, draft: Draft | null): boolean {
    if (this.ofOtherTab(path) !== undefined) return false
    try {
      const json = draft && JSON.stringify(draft)
      if (json === null) localStorage.removeItem(PREFIX + path)
      else localStorage.setItem(PREFIX + path, json)
      this.#seen.set(path, json)
      return true
    } catch {
      return false
    }
  }

  /** Tells when another tab writes or forgets a draft. */
  onOtherTab(tell: (path: string) => void): void {
    window.addEventListener('storage', ({ key }) => {
      if (key?.startsWith(PREFIX)) tell(key.slice(PREFIX.length))
    })
  }
}

function stored(path: string): string | null {
  try {
    return localStorage.getItem(PREFIX + path)
  } catch {
    return null
  }
}

function draftOf(json: string | null): Draft | null {
  try {
    const { path, before, after } = JSON.parse(json ?? 'null') as Record<string, unknown>
    const isText = (value: unknown): value is string | null => value === null || typeof value === 'string'
    return typeof path === 'string' && isText(before) && isText(after) ? { path, before, after } : null
  } catch {
    return null
  }
}
