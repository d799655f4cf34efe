import { foldForm } from '../text/fold.ts'
import { sideBySide } from './align.ts'

/** A part of a sentence: what both have, what is gone, what is new. */
export interface Part {
  kind: 'same' | 'gone' | 'new'
  text: string
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * A sentence with its changed words marked: `('523件', '532件')` → 523 gone, 532 new, 件 the same. How a word is typed
 * (`foldForm`) is no change.
 */
export function markedParts(before: string, after: string): Part[] {
  const parts: Part[] = []
  for (const word of sideBySide(wordsOf(before), wordsOf(after), (a, b) => a.key === b.key)) {
    const { text, key } = word.after ?? word.before
    const kind = word.before && word.after ? 'same' : word.after ? 'new' : 'gone'
    if (key === '' && kind === 'gone') continue
    const shown = key === '' ? 'same' : kind
    const last = parts.at(-1)
    if (last?.kind === shown) last.text += text
    else parts.push({ kind: shown, text })
  }
  return parts
}

interface Word {
  text: string
  key: string
}

function wordsOf(text: string): Word[] {
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, key: foldForm(segment) }))
}
