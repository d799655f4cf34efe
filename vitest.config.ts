import { defineConfig } from 'vitest/config'

const RELEASE = ['tests/**/*.release.test.ts']
const BROWSERS = ['tests/browsers/*.test.ts']
/** Properties whose number of runs is a multiple of `MORE_RUNS`. */
const PROPERTIES = [
  'tests/check/edits.test.ts',
  'tests/edit/**/*.test.ts',
  'tests/revise/renumber.test.ts',
  'tests/search/index/index.test.ts',
]
const SITE = ['tests/site/**/*.test.ts', 'tests/search/page/**/*.test.ts']

// Far above what any test takes, for machines that do other work as well.
const site = { globalSetup: ['tests/site/build.ts'], testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    // One for each of two cores: vitest by itself leaves one idle, and the static checks end long before the tests.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...SITE, ...RELEASE, ...BROWSERS],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'site', include: SITE, exclude: RELEASE, ...site } },
      // `npm run test:browsers`: the site in other browsers than the gate's, before a release.
      { test: { name: 'browsers', include: BROWSERS, ...site } },
      // `npm run test:release`: what takes longer than `npm test` may.
      { test: { name: 'release', include: [...RELEASE, ...PROPERTIES], env: { MORE_RUNS: '20' }, ...site } },
    ],
  },
})
