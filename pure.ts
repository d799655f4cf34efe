/*
 * What the pure rooms may use beyond the language itself: what Node, browsers and workers all have. Only
 * tsconfig.pure.json reads this file; in the other rooms the types of Node and of the DOM say the same.
 */

// Nobody has these here. If a dependency's types brought Node or the DOM along, tsc would find each name twice.
declare const process: never
declare const document: never

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class URL {
  constructor(address: string, base?: string)
  static canParse(address: string, base?: string): boolean
  readonly searchParams: URLSearchParams
  hash: string
  host: string
  readonly href: string
  readonly origin: string
  pathname: string
  protocol: string
  search: string
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]>)
  append(name: string, value: string): void
  delete(name: string): void
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  set(name: string, value: string): void
  [Symbol.iterator](): Iterator<[string, string]>
}

// Its own types ask for those of Node, because another entry of the package gives a stream.
declare module 'csv-stringify/browser/esm/sync' {
  export function stringify(
    rows: readonly (readonly unknown[])[],
    options: {
      record_delimiter?: 'windows'
      quoted_match?: RegExp
      escape_formulas?: boolean
      cast?: {
        string?: (text: string) => string
        number?: (value: number) => { value: string; escape_formulas?: boolean }
      }
    },
  ): string
}

// Its own types ask for those of Node, because it can give a buffer. What it takes, the whole project's types check.
declare module 'docx' {
  class Part {
    private readonly part: true
    constructor(...options: unknown[])
  }
  export class Document extends Part {}
  export class Footer extends Part {}
  export class Paragraph extends Part {
    private readonly paragraph: true
  }
  export class Table extends Part {
    private readonly table: true
  }
  export class TableCell extends Part {}
  export class TableOfContents extends Part {}
  export class TableRow extends Part {}
  export class TextRun extends Part {}
  export class Packer {
    static toArrayBuffer(document: Document): Promise<ArrayBuffer>
  }
  export const AlignmentType: Record<'CENTER' | 'LEFT' | 'RIGHT', string>
  export const HeadingLevel: Record<'TITLE' | `HEADING_${1 | 2 | 3 | 4 | 5}`, string>
  export const LevelFormat: Record<'BULLET', string>
  export const PageNumber: Record<'CURRENT', string>
  export const WidthType: Record<'PERCENTAGE', string>
}
