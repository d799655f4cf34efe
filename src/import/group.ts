import type { Deed } from './received/received.ts'

/** What is to be told of one place of what came: `'12'`, a line, or `'スライド4の2つ目の枠'`. */
export interface Told {
  place: string
  /** A whole sentence, in Japanese. */
  says: string
}

/** What was done to a document, or is to be looked at, as a sentence with its words. */
export function toldOf({ place, what, words }: Deed): Told {
  const sentence = /。$/.test(what) ? what : `${what}。`
  return { place, says: words === '' ? sentence : `${sentence.slice(0, -1)}（「${words}」）。` }
}

/** So many of one cause are told one by one. */
const FEW = 3
/** So many places are named after the first. */
const NAMED = 40

/** What is told of one cause as one: the first place, what it is, how many more there are and where. */
export function grouped(told: readonly Told[], causeOf: (told: Told) => string = causeIn): Told[] {
  return [...Map.groupBy(told, causeOf).values()].flatMap((alike) => {
    const [first, ...others] = alike
    if (!first || alike.length <= FEW) return alike
    const places = [...new Set(others.map(({ place }) => placeName(place)))]
    const rest = places.length > NAMED ? ' など' : ''
    const more = `同じものが、ほかに ${others.length} か所あります（${places.slice(0, NAMED).join('、')}${rest}）。`
    return [{ place: first.place, says: `${first.says}${more}` }]
  })
}

/** A sentence without the words and the numbers that are this place's own. */
function causeIn({ says }: Told): string {
  return says.replace(/「[^」]*」/g, '「」').replace(/\d+/g, '0')
}

/** `'12'` → `'12行目'`; a slide's box as it is. */
export function placeName(place: string): string {
  return /^\d+$/.test(place) ? `${place}行目` : place
}
