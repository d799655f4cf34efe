import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** What a build reads of the project, besides its content. */
const PARTS = ['scripts', 'src', 'public', 'package.json', 'astro.config.mjs']

/** A copy of the project at a path of another depth. Gives where it is. */
export function copyProject(folder: string): string {
  const project = path.join(folder, 'some/where else/プロジェクト')
  mkdirSync(project, { recursive: true })
  for (const name of PARTS) cpSync(name, path.join(project, name), { recursive: true })
  cpSync('docs/accessibility.json', path.join(project, 'docs/accessibility.json'))
  symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'))
  return project
}

/** Settings under which a command runs on another day, in another time zone, and in another language. */
export const ELSEWHERE = {
  NODE_OPTIONS: `--import=${path.resolve('tests/build/another-day.mjs')}`,
  TZ: 'America/St_Johns',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
}
