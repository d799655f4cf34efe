/**
 * The house, from the ground up: a room uses the rooms on the floors below it, never above.
 * eslint holds it; CONTRIBUTING.md shows it.
 */
export const FLOORS = [
  ['src/text/**'],
  ['src/report/**'],
  ['src/compare/**', 'src/import/**', 'src/render/**'],
  ['src/check/**', 'src/publish/**'],
  ['src/revise/**', 'src/review/**'],
  ['src/search/language/**'],
  ['src/search/index/**'],
  ['src/search/answer/**'],
  ['src/search/page/**', 'src/search/log/**'],
  [
    'src/edit/**',
    'src/reader/**',
    'src/components/**',
    'src/layouts/**',
    'src/pages/**',
    'src/styles/**',
    'src/!(content.config|env.d).ts',
  ],
  ['src/build/**', 'src/content.config.*'],
  ['scripts/**', 'tests/**'],
]
