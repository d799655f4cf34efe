const collator = new Intl.Collator('en', { numeric: true })

/** The one order of names with numbers in them: `1-2-1-2.md` before `1-2-1-10.md`, `r7` before `r10`. For `Array.sort`. */
export const compareNaturally: (a: string, b: string) => number = collator.compare
