// Loaded before a command, in its threads and in what it starts: there it is another day and another hour. A past one, for
// a build takes away what others that look a day old have left.
const SHIFT_MS = -400.3 * 24 * 60 * 60_000
const Now = globalThis.Date
globalThis.Date = class extends Now {
  /** @param {ConstructorParameters<typeof Date>} given */
  constructor(...given) {
    if (given.length === 0) super(Now.now() + SHIFT_MS)
    else super(...given)
  }
  static now() {
    return Now.now() + SHIFT_MS
  }
}
