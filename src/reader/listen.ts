import { listenForSearch } from '../search/page/keys.ts'
import { isRemembered, remember } from './device.ts'

/**
 * The only script that every page loads. When the reader searches, copies or asks for readings, it loads the code for
 * that. With `?q=` in the address it marks the words. Every page works without it.
 */
const readings = document.querySelector<HTMLButtonElement>('button.readings')
const base = readings?.dataset['base'] ?? '/'
const query = new URLSearchParams(location.search).get('q')
const marked = query && !document.querySelector('search-page') ? query : null

listenForSearch({ isOff: () => isRemembered('no-slash'), setOff: (off) => remember('no-slash', off) })

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null
  if (button) void import('./copy.ts').then(({ copy }) => copy(button))
  if (target instanceof Element && target.closest('button.print')) print()
})

readings?.addEventListener('click', () => void showReadings(readings.ariaPressed !== 'true'))

// The full form of a year covers the line above it. Escape hides it until the focus or the pointer moves.
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  const { classList } = document.documentElement
  classList.add('dismissed')
  for (const on of ['focusin', 'pointermove']) {
    document.addEventListener(on, () => classList.remove('dismissed'), { once: true })
  }
})

async function showReadings(on: boolean) {
  const { setReadings } = await import('./readings.ts')
  // Without the glossary the page stays as it is, and the switch off.
  if (!(await setReadings(on, base))) return
  readings?.setAttribute('aria-pressed', String(on))
  remember('readings', on)
  await mark()
}

/** Runs after the readings, because they change the text nodes that the marks are in. */
async function mark() {
  if (marked) await (await import('../search/page/mark-page.ts')).markPage(marked, base)
}

document.documentElement.classList.add('ready')
await (isRemembered('readings') ? showReadings(true) : mark())
