/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` parts of texts, 1 to 12 characters long, cut anywhere. */
export function substrings(texts: readonly string[], count: number, seed: number): string[] {
  const random = seeded(seed)
  const parts: string[] = []
  while (parts.length < count) {
    const characters = [...(texts[Math.floor(random() * texts.length)] ?? '')]
    const start = Math.floor(random() * characters.length)
    const part = characters.slice(start, start + 1 + Math.floor(random() * 12)).join('')
    if (part.trim() !== '') parts.push(part)
  }
  return parts
}
