import { ancestorOf, childNumber, isBelow, parentOf } from '../report/number.ts'

/** The boxes of the form of choice. What is chosen is known by its numbers; the boxes of headings show how much of it is. */

/** Every initiative of the form in report order: its own box, or one of those that a heading's box stands for. */
export function initiativesOf(form: HTMLFormElement): string[] {
  const boxes = form.querySelectorAll<HTMLInputElement>('.initiative input, input[data-orders]')
  return Array.from(boxes).flatMap(({ value, dataset }) =>
    dataset['orders'] === undefined
      ? [value]
      : dataset['orders'].split(' ').map((order) => childNumber(value, Number(order))),
  )
}

/** The initiatives that a box stands for: itself, or all below its heading. */
export function standsFor({ value }: HTMLInputElement, initiatives: readonly string[]): string[] {
  return initiatives.filter((number) => number === value || isBelow(number, value))
}

/** Ticks just these initiatives, and of the headings those of which everything is chosen. */
export function tick(form: HTMLFormElement, chosen: ReadonlySet<string>, initiatives: readonly string[]): void {
  const all = new Map<string, number>()
  const ticked = new Map<string, number>()
  for (const initiative of initiatives) {
    for (let number = initiative; number !== ''; number = parentOf(number)) {
      all.set(number, (all.get(number) ?? 0) + 1)
      if (chosen.has(initiative)) ticked.set(number, (ticked.get(number) ?? 0) + 1)
    }
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
    const count = ticked.get(box.value) ?? 0
    box.checked = count > 0 && count === all.get(box.value)
    box.indeterminate = count > 0 && !box.checked
  }
}

/** Puts the boxes of a viewpoint's single initiatives, which stand on a page of their own, in the place of its headings'. */
export async function openViewpoint(link: HTMLAnchorElement): Promise<void> {
  const page = await fetchPage(link.href)
  const boxes = page.querySelector('.select-viewpoint')
  if (!boxes) throw new Error(`${link.href} has no boxes`)
  link.closest('.select-viewpoint')?.replaceWith(boxes)
  boxes.querySelector('input')?.focus()
}

/** Where something is had for an initiative, as the box of its section or its viewpoint tells: its `text`, its `data`. */
export function whereabouts(form: HTMLFormElement, name: 'text' | 'data'): (initiative: string) => string {
  const boxes = form.querySelectorAll<HTMLInputElement>(`input[data-${name}]`)
  const known = new Map(Array.from(boxes, ({ value, dataset }) => [value, dataset[name] ?? '']))
  return (initiative) => known.get(ancestorOf(initiative, 2)) ?? known.get(ancestorOf(initiative, 1)) ?? ''
}

export async function fetchPage(url: string): Promise<Document> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(String(response.status))
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}
