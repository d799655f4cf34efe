/** What stands in a new initiative until staff write its results; the check warns of it. */
export const PLACEHOLDER = '（ここに実績を書く）'
