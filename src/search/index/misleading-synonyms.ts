/**
 * Groups of the Sudachi synonym dictionary that lead to what is not meant in a report of a prefecture, by their ids, each
 * with its reason.
 */
const MISLEADING: Record<string, string> = {
  '000313': '職員 is here one of the prefecture, no サラリーマン',
  '001070': '北電 stands only inside 東北電力',
  '005393': '北電 stands only inside 東北電力',
  '005906': 'HP is here a ホームページ, no Hewlett-Packard',
  '010718': 'AI is here 人工知能, no 人工授精',
  '010719': 'AI is here 人工知能, no Amnesty International',
  '010720': 'AI is here 人工知能, no autopsy imaging',
  '010721': 'AI is here 人工知能, no avian influenza',
  '016907': '職員 is here no 銀行員',
  '022697': '横浜 is here a city, no baseball club',
  '027075': '北大 stands only inside 東北大学',
  '027084': '北大 stands only inside 東北大学',
}

export function isMisleading(group: string): boolean {
  return Object.hasOwn(MISLEADING, group)
}
