const numbers = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 10 })

/** A number as the report writes it: `8371` → `'8,371'`, `1.8` → `'1.8'`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}
