/** Wrong arguments: the command prints its usage and exits with 2. */
export class WrongUse extends Error {}
