/** `npm run dependencies`: writes `docs/dependencies.md` of the lock file and `docs/dependencies.yml`. */
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { type DirectDependency, directDependencies, kindOf, lockedPackages, sizeOf } from '../src/build/dependencies.ts'

const FILE = 'docs/dependencies.md'

const direct = directDependencies('.')
const locked = lockedPackages('.')
const row = ({ name, licence, purpose, instead }: DirectDependency) =>
  `| \`${name}\` | ${purpose} | ${kibOf(name)} | ${licence} | ${instead} |`
const table = (rows: readonly DirectDependency[]) =>
  ['| Package | What for | KiB | Licence | Instead of it |', '| --- | --- | ---: | --- | --- |', ...rows.map(row)].join(
    '\n',
  )
const weak = Map.groupBy(
  locked.filter(({ licence }) => kindOf(licence) === 'weak copyleft'),
  ({ licence }) => licence,
)

const text = `# Dependencies

Made by \`npm run dependencies\`; purposes are written in [dependencies.yml](dependencies.yml). A test in the gate holds that
each direct dependency stands here, that every one of the ${locked.length} packages of the lock file (those of other systems too)
has a licence that may be used and a checksum, and names those of weak copyleft. Sizes are the package's own files as installed.

## What the site is built with

${table(direct.filter(({ isForBuild }) => isForBuild))}

## What tests and editors need

${table(direct.filter(({ isForBuild }) => !isForBuild))}

## Weak copyleft

Parts of tools, used as they are. None of them is part of the published site.

${[...weak].map(([licence, list]) => `- ${licence}: ${[...new Set(list.map(({ name }) => `\`${name}\``))].join(', ')}`).join('\n')}

## How they are kept

- Versions are exact, and the lock file holds the SHA-512 of each package. Where npm leaves out that of an optional package of
  another system (it does so when it makes the lock file from an installed tree), take the entry out of \`package-lock.json\`
  and run \`npx -p node@24.21.0 npm install --package-lock-only\`.
- Renovate proposes new versions in groups (\`renovate.json\`); the gate says what breaks.
- Install scripts run only for the packages of \`allowScripts\` in \`package.json\`.
`
writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }))
for (const { name } of direct.filter(({ purpose }) => purpose === ''))
  console.error(`${name}: no purpose in docs/dependencies.yml`)

function kibOf(name: string): string {
  return Math.ceil(sizeOf('.', name) / 1024).toLocaleString('en')
}
