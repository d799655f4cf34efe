import type { Draft } from './proposal.ts'

/** What is not sent yet, kept on this device for each file, so that a reload loses nothing. */
export interface KeptDraft extends Draft {
  /** The tab that wrote it last. */
  tab: string
}

const PREFIX = 'gyokaku-edit:'

/** Names this tab for as long as it is open. */
export const TAB = crypto.randomUUID()

/** Every draft on the device; what is not one of ours is passed over. */
export function keptDrafts(): Map<string, KeptDraft> {
  const drafts = new Map<string, KeptDraft>()
  try {
    for (const key of Object.keys(localStorage)) {
      const draft = key.startsWith(PREFIX) ? draftOf(localStorage.getItem(key)) : null
      if (draft) drafts.set(draft.path, draft)
    }
  } catch {
    // The browser does not allow storage.
  }
  return drafts
}

export function keptDraft(path: string): KeptDraft | null {
  return keptDrafts().get(path) ?? null
}

/** Keeps a draft; `false` where the browser can't. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(PREFIX + draft.path, JSON.stringify({ ...draft, tab: TAB } satisfies KeptDraft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(path: string): void {
  try {
    localStorage.removeItem(PREFIX + path)
  } catch {
    // The browser does not allow storage.
  }
}

/** Tells when another tab writes or forgets a draft. */
export function onOtherTab(tell: (path: string, draft: KeptDraft | null) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(PREFIX)) tell(key.slice(PREFIX.length), draftOf(newValue))
  })
}

function draftOf(json: string | null): KeptDraft | null {
  try {
    const { path, before, edited, tab } = JSON.parse(json ?? 'null') as Record<string, unknown>
    const isText = (value: unknown): value is string | null => value === null || typeof value === 'string'
    if (typeof path !== 'string' || typeof tab !== 'string' || !isText(before) || !isText(edited)) return null
    return { path, before, edited, tab }
  } catch {
    return null
  }
}
