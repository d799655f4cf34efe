import { expect, test } from 'vitest'
import { japanDay } from '../../src/text/japan-day.ts'

test.each([
  ['2026-05-19T14:59:59Z', '2026-05-19'],
  ['2026-05-19T15:00:00Z', '2026-05-20'],
  ['2025-12-31T15:00:00Z', '2026-01-01'],
])('at %s it is %s in Japan', (time, day) => {
  expect(japanDay(new Date(time))).toBe(day)
})
