import { type Unzipped, strFromU8, unzipSync } from 'fflate'
import { Unreadable, type XmlElement, all, attribute, readXml } from './xml.ts'

const MIB = 1024 ** 2
/** More than the text of any report; pictures are not unpacked. */
const MOST_PARTS = 20_000
const MOST_UNPACKED = 64 * MIB
const MOST_PACKED = 8 * MIB

/** The XML parts of a Word or PowerPoint file, which is a zip archive, by their names in it. */
export class Package {
  private readonly parts: Unzipped
  private readonly read = new Map<string, XmlElement>()

  /** Throws `Unreadable` for what is no such file, and for one that unpacks to more than a report can be. */
  constructor(bytes: Uint8Array) {
    let [count, packed, unpacked] = [0, 0, 0]
    const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
      if (++count > MOST_PARTS) throw new Unreadable('の中のファイルが多すぎるので、読みません。')
      if (!/\.(?:xml|rels)$/i.test(name)) return false
      packed += size
      unpacked += originalSize
      if (packed > MOST_PACKED || unpacked > MOST_UNPACKED)
        throw new Unreadable(`は、開くと大きすぎるので、読みません（文の部分が ${MOST_UNPACKED / MIB} MiB まで）。`)
      return true
    }
    try {
      this.parts = unzipSync(bytes, { filter })
    } catch (error) {
      if (error instanceof Unreadable) throw error
      throw new Unreadable('は壊れているので、読めません。Word か PowerPoint で開いて、保存し直してください。')
    }
  }

  /** The root of a part; `null` where there is none of this name. */
  part(name: string): XmlElement | null {
    const bytes = this.parts[name]
    if (!bytes) return null
    const root = this.read.get(name) ?? readXml(strFromU8(bytes))
    this.read.set(name, root)
    return root
  }

  /** The name of the main part: `word/document.xml`, `ppt/presentation.xml`. */
  main(): string | null {
    return this.related('').find(({ type }) => type === 'officeDocument')?.part ?? null
  }

  /** What a part refers to inside of the file, by id and kind; `''` is the file itself. */
  related(part: string): { id: string; type: string; part: string }[] {
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const root = this.part(`${folder}_rels/${part.slice(folder.length)}.rels`)
    return all(root, 'Relationship').flatMap((each) => {
      const target = attribute(each, 'Target') ?? ''
      if (attribute(each, 'TargetMode') === 'External') return []
      const type = (attribute(each, 'Type') ?? '').replace(/^.*\//, '')
      return [{ id: attribute(each, 'Id') ?? '', type, part: inFile(folder, target) }]
    })
  }

  /** The one part of a kind that a part refers to. */
  relatedPart(part: string, type: string): { name: string; root: XmlElement } | null {
    const name = this.related(part).find((each) => each.type === type)?.part
    const root = name === undefined ? null : this.part(name)
    return name === undefined || !root ? null : { name, root }
  }
}

/** `('ppt/slides/', '../slideLayouts/slideLayout1.xml')` → `'ppt/slideLayouts/slideLayout1.xml'`. */
function inFile(folder: string, target: string): string {
  const parts: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}
