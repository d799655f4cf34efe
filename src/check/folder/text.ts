import { type Finding, placeAt } from '../../text/finding.ts'
import { type SourceFile, readText } from '../../text/source-file.ts'
import { finding } from '../catalogue.ts'
import { checkOddities, stoppedLines } from './oddities.ts'
import { tooMuch } from './bounds.ts'
import { isTooBig } from './size.ts'

/** A file's text, and what keeps it from being plain text. */
interface CheckedText {
  /** `null` where nothing in it can be trusted: bytes that are not UTF-8, a merge left half done. */
  text: string | null
  findings: Finding[]
  /** Lines of which nothing else is to be told yet. */
  stopped: ReadonlySet<number>
}

/** Reads a file as UTF-8; a wrong encoding and each kind of odd character is one finding a file. */
function checkText(file: SourceFile): CheckedText {
  const plain = readText(file)
  const { text, oddities, notUtf8 } = plain
  const unreadable = (finding: Finding) => ({ text: null, findings: [finding], stopped: new Set<number>() })
  const [first] = notUtf8
  if (first) {
    const more = notUtf8.length > 1 ? `（ほか ${notUtf8.length - 1} 行）` : ''
    const message = `この行に UTF-8 として読めない文字があります${more}。${encodingHint(file.bytes)}`
    return unreadable(finding('files/encoding', first, message, { expected: 'UTF-8 の文字' }))
  }
  const conflict = /^[ \u3000\t]*(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m.exec(text)
  if (conflict) {
    const says =
      'ほかの人の直しとぶつかった跡（<<<<<<<、=======、>>>>>>> の行）が残っています。どちらの文にするかを決め、印の行を消してください。'
    return unreadable(finding('files/conflict', placeAt(file.path, text, conflict.index), says))
  }
  const much = tooMuch(file.path, text)
  if (much) return unreadable(much)
  if (oddities.length === 0) return { text, findings: [], stopped: new Set() }
  const findings = checkOddities(file.path, plain)
  const hasOldLineEnds = oddities.some(({ found }) => found === '\r')
  return { text: hasOldLineEnds ? null : text, findings, stopped: stoppedLines(plain) }
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
  const { text, findings, stopped } = checkText(file)
  if (text === null) return findings
  const found = check(file.path, text)
  return findings.length === 0 ? found : [...findings, ...found.filter(({ line }) => !stopped.has(line))]
}
