import type { Place } from '../../text/finding.ts'

/** `('content', 'r7/report.md')` → `content/r7/report.md`. */
export function fileName({ file }: { file: string }, dir: string): string {
  const folder = dir.replace(/^\.\/(?=.)/, '').replace(/\/+$/, '')
  return folder === '' || folder === '.' ? file : file === '.' ? folder : `${folder}/${file}`
}

/** `content/r7/report.md:2:8` */
export function placeName(place: Place, dir: string): string {
  return `${fileName(place, dir)}:${place.line}:${place.column}`
}
