/**
 * Groups of the Sudachi synonym dictionary that lead to what is not meant in a report of a prefecture, by their ids, each
 * with its reason.
 */
const MISLEADING: Record<string, string> = {
  '000313': '職員 is here one of the prefecture, no サラリーマン',
  '016907': '職員 is here no 銀行員',
}

export function isMisleading(group: string): boolean {
  return Object.hasOwn(MISLEADING, group)
}
