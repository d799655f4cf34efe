import { element, fill, partOf } from '../search/page/elements.ts'
import { japanDay } from '../text/japan-day.ts'
import { initiativeOf } from './choices.ts'
import type { Homes, Planned, Question } from './questions.ts'

/** What the forms for whole initiatives ask of the page. */
export interface CommandActions {
  ask: (question: Extract<Question, { ask: 'homes' }>) => Promise<Homes>
  plan: (question: Extract<Question, { ask: 'new' | 'remove' }>) => Promise<Planned>
  /** The chosen year. */
  year: () => string
  /** The open file. */
  path: () => string
  /** Makes the changes; `open` is the file to go on with. */
  make: (planned: Extract<Planned, { changes: unknown }>, open: string | null) => void
  say: (text: string) => void
}

/** 新しい取組を足す: under which heading and by which title. */
export function listenToNew(box: HTMLDetailsElement, actions: CommandActions): void {
  const form = partOf(box, 'form', HTMLFormElement)
  const home = partOf(box, 'select', HTMLSelectElement)
  const title = partOf(box, 'input', HTMLInputElement)
  box.addEventListener('toggle', () => {
    if (box.open) void draw()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void add()
  })

  async function draw(): Promise<void> {
    const { homes } = await actions.ask({ ask: 'homes', year: actions.year() })
    const chosen = home.value
    fill(
      home,
      homes.map(([number, name]) => element('option', { value: number }, [`${number} ${name}`])),
    )
    if (homes.some(([number]) => number === chosen)) home.value = chosen
  }

  async function add(): Promise<void> {
    const planned = await actions.plan({
      ask: 'new',
      year: actions.year(),
      parent: home.value,
      title: title.value.trim(),
    })
    if ('reason' in planned) return actions.say(planned.reason)
    box.open = false
    title.value = ''
    actions.make(planned, planned.changes.find(({ before }) => before === null)?.path ?? null)
  }
}

/** この取組をなくす: in a published year with its reason for the 正誤表. */
export function listenToRemove(box: HTMLDetailsElement, actions: CommandActions): void {
  const form = partOf(box, 'form', HTMLFormElement)
  const reason = partOf(box, 'input', HTMLInputElement)
  const publishedPart = partOf(box, '.published', HTMLElement)
  box.addEventListener('toggle', () => {
    if (box.open) void draw()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void remove()
  })

  async function draw(): Promise<void> {
    const year = initiativeOf(actions.path())?.year
    const { published } = year ? await actions.ask({ ask: 'homes', year }) : { published: false }
    publishedPart.hidden = !published
    reason.required = published
  }

  async function remove(): Promise<void> {
    const initiative = initiativeOf(actions.path())
    if (!initiative) return
    const planned = await actions.plan({
      ask: 'remove',
      ...initiative,
      reason: reason.value.trim(),
      today: japanDay(new Date()),
    })
    if ('reason' in planned) return actions.say(planned.reason)
    box.open = false
    reason.value = ''
    actions.make(planned, null)
  }
}
