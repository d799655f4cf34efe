/** The part of wanakana that the search uses, in a file of its own so that only that is loaded, and when it is needed. */
export { toHiragana, toRomaji } from 'wanakana'
