import { expect, test } from 'vitest'
import { withUsed } from '../../src/build/used-tokens.ts'

test.each([
  [':root{--a:1;--b:2}p{margin:var(--a)}', ':root{--a:1;}p{margin:var(--a)}'],
  [':root{--a:1;--b:var(--a)}p{margin:0}', ':root{}p{margin:0}'],
  [':root{--a:light-dark(var(--b),#000);--b:#fff}p{color:var(--a,red)}', null],
  ['.x--y{color:red}', null],
  ['p{font:8pt var(--print,sans-serif)}', null],
])('%s keeps %s', (css, kept) => expect(withUsed(css)).toBe(kept ?? css))
