import { type Finding, placeAt } from '../../text/finding.ts'
import { type SourceFile, readText } from '../../text/source-file.ts'
import { finding } from '../catalogue.ts'
import { isTooBig } from './size.ts'

/** A file's text, and what keeps it from being plain text. */
interface CheckedText {
  /** `null` where nothing in it can be trusted: bytes that are not UTF-8, a merge left half done. Tabs and NUL are blanks in it, so columns hold. */
  text: string | null
  findings: Finding[]
}

/** Reads a file as UTF-8; a wrong encoding is one finding a file, a tab or NUL character one a line. */
function checkText(file: SourceFile): CheckedText {
  const { text, findings: found } = readText(file)
  const badLines = found.filter(({ kind }) => kind === 'encoding')
  const [first] = badLines
  if (first) {
    const more = badLines.length > 1 ? `（ほか ${badLines.length - 1} 行）` : ''
    const message = `この行に UTF-8 として読めない文字があります${more}。${encodingHint(file.bytes)}`
    return { text: null, findings: [finding('files/encoding', first, message, { expected: 'UTF-8 の文字' })] }
  }
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m.exec(text)
  if (conflict) {
    const says =
      'ほかの人の直しとぶつかった跡（<<<<<<<、=======、>>>>>>> の行）が残っています。どちらの文にするかを決め、印の行を消してください。'
    return { text: null, findings: [finding('files/conflict', placeAt(file.path, text, conflict.index), says)] }
  }
  const findings = found.map((place) =>
    place.kind === 'tab'
      ? finding('files/tab', place, 'タブ文字があります。半角の空白に置きかえてください。', { expected: '半角の空白' })
      : finding('files/nul', place, '見えない文字（NUL）があります。この文字を消してください。'),
  )
  return { text: found.length > 0 ? text.replace(/[\t\0]/g, ' ') : text, findings }
}

function encodingHint(bytes: Uint8Array): string {
  const [a, b] = bytes
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  const name = isUtf16 ? 'UTF-16' : isShiftJis(bytes) ? 'Shift_JIS（ANSI）' : null
  const likely = name ? `${name}で保存されているようです。` : ''
  return `${likely}エディターの「名前を付けて保存」で、文字コードに UTF-8 を選んで保存し直してください。`
}

function isShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Hands on the text of a file that can be read; of a line that is no plain text only that is said. */
export function checkFile(file: SourceFile | undefined, check: (path: string, text: string) => Finding[]): Finding[] {
  if (!file || isTooBig(file)) return []
  const { text, findings } = checkText(file)
  if (text === null) return findings
  const found = check(file.path, text)
  if (findings.length === 0) return found
  const told = new Set(findings.map(({ line }) => line))
  return [...findings, ...found.filter(({ line }) => !told.has(line))]
}
