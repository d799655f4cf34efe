import { plainLines } from './characters.ts'
import { withoutFurniture } from './furniture.ts'
import { markedLines } from './marks.ts'
import type { Deed, Received, Say } from './received.ts'
import { joinWraps } from './wraps.ts'

/** Reads a received text, Markdown as people and converters write it. What has one meaning is read, and told. */
export function receiveText(text: string): Received {
  const done: Deed[] = []
  const questions: Deed[] = []
  const sayTo = (list: Deed[]): Say => {
    return (at, what, words) => list.push({ place: String(at), what, words })
  }
  const [did, ask] = [sayTo(done), sayTo(questions)]
  const plain = plainLines(text, did, ask)
  const lines = markedLines(joinWraps(withoutFurniture(plain, did, ask), did, ask), did)
  const markdown = lines.map((line) => line.text).join('\n')
  return {
    markdown: /\n$/.test(text) ? markdown : markdown.replace(/\n+$/, ''),
    places: lines.map(({ at }) => String(at)),
    done,
    questions,
  }
}
