/** A command called with words that it does not take: it says how it is used, and ends with 2. */
export class WrongUse extends Error {}
