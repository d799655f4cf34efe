/** Where a box stands on its slide, in any unit. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

/** Boxes may overlap by so much of the smaller one and still stand beside each other. */
const OVERLAP = 0.2

/**
 * How well an order of boxes follows the numbers in them: the fewer faults, the better. `unsure` is told of boxes that
 * stand in rows and columns both, where the numbers say nothing.
 */
export interface Reading<T> {
  faults: (boxes: readonly T[]) => number
  unsure: (boxes: readonly T[]) => void
}

/**
 * Boxes in the order of the eye: what stands above before what stands below, and from left to right. Where they stand in
 * rows and columns both, the order is the one that the numbers in them follow; rows where they follow neither.
 */
export function readingOrder<T extends Area>(boxes: readonly T[], reading: Reading<T>): T[] {
  if (boxes.length < 2) return [...boxes]
  const rows = apart(boxes, 'top', 'bottom')
  const columns = apart(boxes, 'left', 'right')
  if (rows.length < 2) {
    if (columns.length > 1) return columns.flatMap((column) => readingOrder(column, reading))
    return [...boxes].sort((a, b) => a.top - b.top || a.left - b.left)
  }
  const ordered: T[] = []
  for (let i = 0; i < rows.length;) {
    // The most rows, from here down, that can be read as columns too; a box across all of them ends them.
    let end = rows.length
    while (end > i + 1 && apart(rows.slice(i, end).flat(), 'left', 'right').length < 2) end--
    ordered.push(...(end > i + 1 ? grid(rows.slice(i, end), reading) : readingOrder(rows[i] ?? [], reading)))
    i = end
  }
  return ordered
}

/** Rows that are columns too. */
function grid<T extends Area>(rows: readonly T[][], reading: Reading<T>): T[] {
  const across = rows.flatMap((row) => readingOrder(row, reading))
  const down = apart(rows.flat(), 'left', 'right').flatMap((column) => readingOrder(column, reading))
  if (across.every((box, i) => box === down[i])) return across
  const [ofRows, ofColumns] = [reading.faults(across), reading.faults(down)]
  if (ofRows === ofColumns) reading.unsure(across)
  return ofColumns < ofRows ? down : across
}

/** The boxes in groups between which a straight line can be drawn. */
function apart<T extends Area>(boxes: readonly T[], low: 'top' | 'left', high: 'bottom' | 'right'): T[][] {
  const groups: T[][] = []
  let end = -Infinity
  for (const box of [...boxes].sort((a, b) => a[low] - b[low] || a[high] - b[high])) {
    const last = groups.at(-1)
    const overlap = end - box[low]
    const smaller = Math.min(box[high] - box[low], ...(last ?? []).map((each) => each[high] - each[low]))
    if (last && overlap > Math.max(0, smaller * OVERLAP)) last.push(box)
    else groups.push([box])
    end = Math.max(end, box[high])
  }
  return groups
}
