import type { Fix } from './finding.ts'

/**
 * A file's text, as its bytes say it, with edits made, and those that were made: an edit that overlaps one before it is
 * left for another time. Everything else stays, line ends and byte order mark too.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): { text: string; made: Fix[] } {
  const lines = text.split('\n')
  const lineEnd = lines.filter((line) => line.endsWith('\r')).length * 2 > lines.length ? '\r\n' : '\n'
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  const offsetOf = ({ line, column }: Fix['start']) => {
    const [start = text.length, content = ''] = [starts[line - 1], lines[line - 1]?.replace(/\r$/, '')]
    const mark = line === 1 && text.startsWith('\ufeff') ? 1 : 0
    return start + Math.min(column - 1 + mark, content.length)
  }
  const edits = fixes
    .map((fix) => ({ fix, start: offsetOf(fix.start), end: offsetOf(fix.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const made: Fix[] = []
  let done = 0
  let mended = ''
  for (const { fix, start, end } of edits) {
    // Two edits at one place are one after the other, too: the second may rest on what the first one changes.
    if (end < start || start < done || (made.length > 0 && start === done)) continue
    mended += text.slice(done, start) + fix.text.replace(/\r?\n/g, lineEnd)
    done = end
    made.push(fix)
  }
  return { text: mended + text.slice(done), made }
}
