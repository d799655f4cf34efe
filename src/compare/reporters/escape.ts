/**
 * A text of a report as Markdown that shows just this text in a comment: nothing in it becomes a mark, an element, an
 * address, or a name that somebody is told of. It comes from whoever proposes a change.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]{}()#|~$]|^[-+]|(?<=^\d+)[.)]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@|#|(?<=:)\/|(?<=\bwww)\./gi, '$&<!-- -->')
}
