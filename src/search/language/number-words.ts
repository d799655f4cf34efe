/** A number in another writing of a query: what to tell the reader, and what to look for. */
export interface NumberWriting {
  label: string
  form: string
}

/** From here on nobody writes a number in digits alone; nor in so many 万. */
const LONGEST_PLAIN = 1_000_000_000
const UNITS = { 億: 100_000_000, 万: 10_000, 千: 1000 } as const

/** `18000`, `1.8万`, `1万8千`, `3億2000万`. */
const NUMBER = /(?<![\d.])\d+(?:\.\d+)?(?:億|万|千)?(?:\d+(?:億|万|千)?)*/g
const SIGNED = /(\d+(?:\.\d+)?[^\d\s]{0,3}?)の?(?:(減(?:った|らした|少|額)?|マイナス)|(?:増(?:えた|やした|加|額)?|プラス))(?![\p{Script=Han}])/u

/**
 * A query in normal form with its number as a report may write it: `18000人` → `1.8万人`, `452億円減` → `△452億円`, and
 * `85%` → what begins with `85.`.
 */
export function otherNumbers(form: string): NumberWriting[] {
  const found: NumberWriting[] = []
  const add = (written: string, label = written) => {
    if (written !== form && !found.some((other) => other.form === written)) found.push({ label, form: written })
  }
  for (const { 0: number, index } of form.matchAll(NUMBER)) {
    for (const other of writingsOf(valueOf(number))) {
      add(form.slice(0, index) + other + form.slice(index + number.length))
    }
  }
  const signed = SIGNED.exec(form)
  if (signed) {
    const [all, number = '', less] = signed
    add(form.replace(all, `${less === undefined ? '+' : '△'}${number}`))
  }
  const percent = /(?<![\d.])(\d+)%/.exec(form)
  if (percent) add(form.slice(0, percent.index) + `${percent[1]}.`, `${form.slice(0, percent.index)}${percent[1]}%台`)
  return found
}

/** `'1万8千'` → 18000. */
function valueOf(number: string): number {
  return Array.from(number.matchAll(/(\d+(?:\.\d+)?)(億|万|千)?/g)).reduce((sum, [, digits, unit]) => {
    return sum + Number(digits) * (unit === undefined ? 1 : UNITS[unit as keyof typeof UNITS])
  }, 0)
}

/** 18000 → `['18000', '1.8万', '1万8000']`. Below ten thousand there is one writing. */
function writingsOf(value: number): string[] {
  if (!Number.isSafeInteger(value) || value < UNITS.万) return [String(value)]
  const units = (['億', '万'] as const).filter((unit) => value >= UNITS[unit])
  return [
    ...(value < LONGEST_PLAIN ? [String(value)] : []),
    ...units.flatMap((unit) => {
      const whole = Math.floor(value / UNITS[unit])
      const rest = value % UNITS[unit]
      const decimal = value / UNITS[unit]
      const mixed = rest % UNITS.万 === 0 && rest > 0 ? `${rest / UNITS.万}万` : rest > 0 ? String(rest) : ''
      if (whole >= LONGEST_PLAIN / UNITS.万) return []
      return [`${whole}${unit}${mixed}`, ...(String(decimal).length <= 7 ? [`${decimal}${unit}`] : [])]
    }),
  ]
}
