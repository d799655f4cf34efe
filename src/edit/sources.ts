import type { KnownInitiative } from '../handed.ts'
import { contentHash } from '../revise/content-hash.ts'
import { isContentPath } from '../revise/content-path.ts'
import { compareNaturally } from '../text/order.ts'
import type { SourceFile } from '../text/source-file.ts'

/** What the edit page loads first: which files there are, and where their texts are. */
export interface Sources {
  /** The `contentHash` of those that staff edit. */
  base: string
  parts: {
    /** Changes with what stands in the part. */
    name: string
    /** An initiative's title, else `''`. */
    files: [path: string, title: string][]
  }[]
}

/** Some files with their texts, byte for byte, and initiatives as the check knows them, so that nobody reads them again. */
export type SourcePart = { path: string; text: string; known?: PackedInitiative }[]

type Facts = KnownInitiative['read']['facts']

/** A `KnownInitiative` as JSON. */
export interface PackedInitiative extends Omit<KnownInitiative, 'read'> {
  read: Omit<KnownInitiative['read'], 'facts'> & { facts: Omit<Facts, 'anchors'> & { anchors: string[] } }
}

/** How many characters of text a part has at least. */
const PART = 50_000

// A byte order mark is part of the text: an edit leaves it where it stands.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A content folder's files as the edit page takes them: those of the years that are built, in parts. Of what is no text,
 * and of what the check does not read, only the path.
 */
export function sourcesOf(
  files: readonly SourceFile[],
  known: ReadonlyMap<string, KnownInitiative>,
  isBuilt: (year: string) => boolean,
): { index: Sources; parts: Map<string, SourcePart> } {
  const shown: SourcePart = []
  const editable: [string, string][] = []
  for (const file of files) {
    const text = textOf(file)
    const isEdited = isContentPath(file.path)
    if (text !== null && isEdited) editable.push([file.path, text])
    const [, year] = /^(r\d+)\//.exec(file.path) ?? []
    if (year && !isBuilt(year)) continue
    const reading = known.get(file.path)
    shown.push({
      path: file.path,
      text: year || isEdited ? (text ?? '') : '',
      ...(reading && { known: packed(reading) }),
    })
  }
  const parts = new Map(inParts(shown).map((part) => [nameOf(part), part]))
  const titleOf = ({ known }: SourcePart[number]) => known?.read.facts.title ?? ''
  const index = [...parts].map(([name, part]) => ({
    name,
    files: part.map((file): [string, string] => [file.path, titleOf(file)]),
  }))
  return { index: { base: contentHash(editable), parts: index }, parts }
}

/** A packed initiative as the check takes it. */
export function unpacked({ fiscalYears, read }: PackedInitiative): KnownInitiative {
  return { fiscalYears, read: { ...read, facts: { ...read.facts, anchors: new Set(read.facts.anchors) } } }
}

function packed({ fiscalYears, read: { facts, findings } }: KnownInitiative): PackedInitiative {
  return { fiscalYears, read: { findings, facts: { ...facts, anchors: [...facts.anchors] } } }
}

function inParts(files: SourcePart): SourcePart[] {
  const parts: SourcePart[] = []
  let size = PART
  for (const file of files.toSorted((a, b) => compareNaturally(a.path, b.path))) {
    if (size >= PART) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(file)
    size += file.text.length
  }
  return parts
}

function nameOf(part: SourcePart): string {
  return contentHash(part.map(({ path, text }) => [path, text])).slice(0, 16)
}

function textOf({ bytes, size }: SourceFile): string | null {
  if (size !== undefined) return null
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
