/** How many times as often as in `npm test` each property is tried; `npm run test:release` sets it. */
export const MORE_RUNS = Number(process.env['MORE_RUNS'] || 1)
