const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })

/** The day that it is in Japan: `2026-05-20`. */
export function japanDay(time: Date): string {
  return DAY.format(time)
}
